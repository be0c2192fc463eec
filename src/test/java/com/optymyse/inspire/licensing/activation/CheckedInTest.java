package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.Answer;
import com.optymyse.inspire.licensing.licensingserver.CheckIn;
import com.optymyse.inspire.licensing.licensingserver.SeatAnswer;
import com.optymyse.inspire.licensing.licensingserver.Validation;
import com.optymyse.inspire.licensing.licensingserver.Validation.Outcome;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckedInTest {

    private static final Instant AT = Instant.parse("2026-11-27T10:00:00Z");
    private static final License LICENSE = TestFile.machine().certificate().license();

    @ParameterizedTest
    @MethodSource("answers")
    void of_signedAnswer_isWhatItProves(CheckIn answer, CheckedIn expected) {
        assertThat(CheckedIn.of(answer, AT)).isEqualTo(expected);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(new CheckIn.Done(AT.plusMillis(1)), new CheckedIn.Counted()),
                Arguments.of(new CheckIn.Done(AT), new CheckedIn.Unproven()),
                Arguments.of(new CheckIn.Done(AT.minusSeconds(1)), new CheckedIn.Unproven()),
                Arguments.of(new CheckIn.Done(null), new CheckedIn.Unproven()),
                Arguments.of(new CheckIn.NotDemanded(), new CheckedIn.NotDemanded()),
                Arguments.of(
                        new CheckIn.Refused(new SeatAnswer.Invalid("NAME_TOO_LONG")),
                        new CheckedIn.Refused("NAME_TOO_LONG")),
                Arguments.of(
                        new CheckIn.Refused(new SeatAnswer.NotAllowed("LICENSE_NOT_ALLOWED")),
                        new CheckedIn.Refused("LICENSE_NOT_ALLOWED")),
                Arguments.of(
                        new CheckIn.Refused(new SeatAnswer.Against(new Verdict.Suspended())),
                        new CheckedIn.Refused(null)));
    }

    @Test
    void mayBeUnseenIn_overdue_onlyAfterACheckInThatWasNotRefused() {
        Answer<Validation> overdue = signed(new Outcome.CheckInOverdue());

        assertThat(new CheckedIn.Counted().mayBeUnseenIn(overdue)).isTrue();
        assertThat(new CheckedIn.NotDemanded().mayBeUnseenIn(overdue)).isTrue();
        assertThat(new CheckedIn.Unproven().mayBeUnseenIn(overdue)).isTrue();
        assertThat(new CheckedIn.NotYet().mayBeUnseenIn(overdue)).isFalse();
        assertThat(new CheckedIn.Refused("NAME_TOO_LONG").mayBeUnseenIn(overdue))
                .isFalse();
    }

    @Test
    void mayBeUnseenIn_anythingElse_isAnswered() {
        CheckedIn counted = new CheckedIn.Counted();

        assertThat(counted.mayBeUnseenIn(signed(new Outcome.NotSeated()))).isFalse();
        assertThat(counted.mayBeUnseenIn(new Answer.Failed<>(Answer.Cause.UNREACHABLE, "No answer came.")))
                .isFalse();
    }

    private static Answer<Validation> signed(Outcome outcome) {
        return new Answer.Signed<>(new Validation(outcome, LICENSE), AT);
    }
}
