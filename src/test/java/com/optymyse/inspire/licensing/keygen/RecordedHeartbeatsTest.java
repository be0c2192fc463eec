package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import com.optymyse.inspire.licensing.testing.SharedFiles;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a real licensing server answered under policies that ask for heartbeats. This service sends none, so such a license ends
 * with a signed verdict against it, and never in silence or with a guess.
 */
class RecordedHeartbeatsTest {

    private static final Logger LOG = Logger.getLogger(RecordedHeartbeatsTest.class);

    static Stream<RecordedExchange> exchanges() {
        return RecordedExchange.all(SharedFiles.HEARTBEATS);
    }

    static Stream<RecordedExchange> validationsAndCheckOuts() {
        return exchanges().filter(exchange -> exchange.path().matches(".*/(validate-key|check-out)"));
    }

    @BeforeAll
    static void exchangesArePresent() {
        SharedFiles.HEARTBEATS.assumePresent();
    }

    @Test
    void folder_namesTheExchangesThatAreThere() {
        assertThat(exchanges().map(RecordedExchange::file))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(SharedFiles.HEARTBEATS.names());
        LOG.infof(
                "%d exchanges about heartbeats, %d of them validations and check-outs.",
                exchanges().count(), validationsAndCheckOuts().count());
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void verify_recordedAnswer_isVerified(RecordedExchange exchange) {
        assertThat(RecordedReading.verify(exchange.answer())).isInstanceOf(CallResult.Signed.class);
    }

    @ParameterizedTest
    @MethodSource("validationsAndCheckOuts")
    void read_recordedAnswer_isWhatTheServerMeant(RecordedExchange exchange) {
        assertThat(RecordedReading.read(exchange, exchange.answer()))
                .isInstanceOfSatisfying(CallResult.Signed.class, signed -> requireMeant(exchange, signed.value()));
    }

    private static void requireMeant(RecordedExchange exchange, Object value) {
        switch (value) {
            case ValidationResult validation -> assertThat(validation.outcome()).isEqualTo(outcome(exchange.code()));
            case MachineCheckOut.MachineFile ignored ->
                assertThat(exchange.expected().has("machineFile")).isTrue();
            case MachineCheckOut.NoMachine ignored ->
                assertThat(exchange.code()).isEqualTo("NOT_FOUND");
            default -> throw new AssertionError("Nothing is known of " + value);
        }
    }

    private static Outcome outcome(String code) {
        return switch (code) {
            case "VALID" -> new Outcome.Good();
            case "NO_MACHINES" -> new Outcome.NotSeated();
            case "HEARTBEAT_NOT_STARTED", "HEARTBEAT_DEAD" -> new Outcome.Against(new Verdict.Refused(code));
            default -> throw new AssertionError("Nothing is known of " + code);
        };
    }
}
