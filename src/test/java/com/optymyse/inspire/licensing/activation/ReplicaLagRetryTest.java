package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Limits;
import com.optymyse.inspire.licensing.license.Terms;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ReplicaLagRetryTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final License LICENSE = new License(
            "license-1",
            "account-1",
            "product-1",
            null,
            "Enterprise",
            License.State.USABLE,
            null,
            null,
            true,
            false,
            false,
            new Terms(Limits.NONE, null, 0, List.of()));
    private static final CallResult<ValidationResult> OVERDUE = signed(new Outcome.CheckInOverdue());
    private static final CallResult<ValidationResult> SEEN = signed(new Outcome.NotSeated());
    private static final CallResult<ValidationResult> NONE =
            new CallResult.Failed<>(CallResult.Cause.UNREACHABLE, "No answer came.");

    private final CheckInState counted = new CheckInState.Counted();

    @Test
    void ask_laterAnswerHasSeenIt_isThatOne() {
        assertThat(answer(LONG, List.of(OVERDUE, OVERDUE, SEEN))).isEqualTo(SEEN);
    }

    @Test
    void ask_neverSeen_isTheLastOfFive() {
        assertThat(answer(LONG, List.of(OVERDUE, OVERDUE, OVERDUE, OVERDUE, OVERDUE)))
                .isEqualTo(OVERDUE);
    }

    /** What the server has signed is a verdict, whatever comes of asking again. */
    @Test
    void ask_noAnswerToAFurtherQuestion_isTheSignedOneBefore() {
        assertThat(answer(LONG, List.of(OVERDUE, NONE))).isEqualTo(OVERDUE);
    }

    @Test
    void ask_noAnswerToTheFirstQuestion_isThat() {
        assertThat(answer(LONG, List.of(NONE))).isEqualTo(NONE);
    }

    /** The check-out that follows needs what is left. */
    @Test
    void ask_littleTimeLeft_isNotAskedAgain() {
        assertThat(answer(Duration.ofSeconds(5), List.of(OVERDUE))).isEqualTo(OVERDUE);
    }

    /** Each answer is given once; a question too many, or too few, fails. */
    private CallResult<ValidationResult> answer(Duration time, List<CallResult<ValidationResult>> answers) {
        Queue<CallResult<ValidationResult>> left = new ArrayDeque<>(answers);
        CallResult<ValidationResult> answer = ReplicaLagRetry.ask(
                        until -> Uni.createFrom().item(left::remove), counted::mayBeUnseenIn, Deadline.after(time))
                .await()
                .atMost(LONG);
        assertThat(left).isEmpty();
        return answer;
    }

    private static CallResult<ValidationResult> signed(Outcome outcome) {
        return new CallResult.Signed<>(new ValidationResult(outcome, LICENSE), Instant.parse("2026-11-27T10:00:00Z"));
    }
}
