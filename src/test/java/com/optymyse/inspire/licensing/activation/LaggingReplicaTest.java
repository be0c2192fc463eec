package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.licensingserver.Answer;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.Validation;
import com.optymyse.inspire.licensing.licensingserver.Validation.Outcome;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LaggingReplicaTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Answer<Validation> OVERDUE = signed(new Outcome.CheckInOverdue());
    private static final Answer<Validation> SEEN = signed(new Outcome.NotSeated());
    private static final Answer<Validation> NONE = new Answer.Failed<>(Answer.Cause.UNREACHABLE, "No answer came.");

    private final CheckedIn counted = new CheckedIn.Counted();

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
    private Answer<Validation> answer(Duration time, List<Answer<Validation>> answers) {
        Queue<Answer<Validation>> left = new ArrayDeque<>(answers);
        Answer<Validation> answer = LaggingReplica.ask(
                        until -> Uni.createFrom().item(left::remove), counted::mayBeUnseenIn, Deadline.after(time))
                .await()
                .atMost(LONG);
        assertThat(left).isEmpty();
        return answer;
    }

    private static Answer<Validation> signed(Outcome outcome) {
        return new Answer.Signed<>(
                new Validation(outcome, TestFile.machine().certificate().license()),
                Instant.parse("2026-11-27T10:00:00Z"));
    }
}
