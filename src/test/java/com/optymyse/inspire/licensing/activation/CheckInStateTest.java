package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckInStateTest {

    private static final Instant AT = Instant.parse("2026-11-27T10:00:00Z");
    private static final License LICENSE = TestFile.machine().certificate().license();

    @ParameterizedTest
    @MethodSource("answers")
    void of_signedAnswer_isWhatItProves(CheckInResult answer, CheckInState expected) {
        assertThat(CheckInState.of(answer, AT)).isEqualTo(expected);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(new CheckInResult.CheckedIn(AT.plusMillis(1)), new CheckInState.Counted()),
                Arguments.of(new CheckInResult.CheckedIn(AT), new CheckInState.Unproven()),
                Arguments.of(new CheckInResult.CheckedIn(AT.minusSeconds(1)), new CheckInState.Unproven()),
                Arguments.of(new CheckInResult.CheckedIn(null), new CheckInState.Unproven()),
                Arguments.of(new CheckInResult.NotDemanded(), new CheckInState.NotDemanded()),
                Arguments.of(
                        new CheckInResult.Refused(new ServerRefusal.Invalid("NAME_TOO_LONG")),
                        new CheckInState.Refused("NAME_TOO_LONG")),
                Arguments.of(
                        new CheckInResult.Refused(new ServerRefusal.NotAllowed("LICENSE_NOT_ALLOWED")),
                        new CheckInState.Refused("LICENSE_NOT_ALLOWED")),
                Arguments.of(
                        new CheckInResult.Refused(new ServerRefusal.Against(new Verdict.Suspended())),
                        new CheckInState.Refused(null)));
    }

    @Test
    void mayBeUnseenIn_overdue_onlyAfterACheckInThatWasNotRefused() {
        CallResult<ValidationResult> overdue = signed(new Outcome.CheckInOverdue());

        assertThat(new CheckInState.Counted().mayBeUnseenIn(overdue)).isTrue();
        assertThat(new CheckInState.NotDemanded().mayBeUnseenIn(overdue)).isTrue();
        assertThat(new CheckInState.Unproven().mayBeUnseenIn(overdue)).isTrue();
        assertThat(new CheckInState.NotYet().mayBeUnseenIn(overdue)).isFalse();
        assertThat(new CheckInState.Refused("NAME_TOO_LONG").mayBeUnseenIn(overdue))
                .isFalse();
    }

    @Test
    void mayBeUnseenIn_anythingElse_isAnswered() {
        CheckInState counted = new CheckInState.Counted();

        assertThat(counted.mayBeUnseenIn(signed(new Outcome.NotSeated()))).isFalse();
        assertThat(counted.mayBeUnseenIn(new CallResult.Failed<>(CallResult.Cause.UNREACHABLE, "No answer came.")))
                .isFalse();
    }

    private static CallResult<ValidationResult> signed(Outcome outcome) {
        return new CallResult.Signed<>(new ValidationResult(outcome, LICENSE), AT);
    }
}
