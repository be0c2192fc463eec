package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.installation.KnownLicense.Against;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.SeatHolderList;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        Refusals.clockWrong(NOW, NOW.plusSeconds(3600)),
                        Map.of("hostTime", NOW.toString(), "serverTime", "2026-11-23T11:00:00Z")),
                Arguments.of(Refusals.notAllowed("USER_BANNED"), Map.of("serverCode", "USER_BANNED")),
                Arguments.of(
                        Refusals.refused(new ServerRefusal.LimitReached("MACHINE_CORE_LIMIT_EXCEEDED")),
                        Map.of("serverCode", "MACHINE_CORE_LIMIT_EXCEEDED")),
                Arguments.of(
                        Refusals.limitReached(new SeatHolderList(2, List.of())),
                        Map.of("serverCode", "MACHINE_LIMIT_EXCEEDED", "count", 2)),
                Arguments.of(Refusals.against(new Verdict.Refused("OVERDUE")), Map.of("serverCode", "OVERDUE")),
                Arguments.of(
                        Refusals.judgedAfter(NOW, new Against(new Verdict.Suspended(), NOW.plusSeconds(60))),
                        Map.of("issuedAt", NOW.toString(), "judgedAt", "2026-11-23T10:01:00Z")),
                Arguments.of(
                        Refusals.judgedAfter(NOW, new Against(new Verdict.Refused("OVERDUE"), NOW.plusSeconds(60))),
                        Map.of(
                                "serverCode",
                                "OVERDUE",
                                "issuedAt",
                                NOW.toString(),
                                "judgedAt",
                                "2026-11-23T10:01:00Z")),
                Arguments.of(
                        Refusals.failed(
                                new CallResult.Failed<>(CallResult.Cause.UNREACHABLE, "No route to example.com.")
                                        .telling(Map.of("host", "example.com", "cause", "no-route"))),
                        Map.of("host", "example.com", "cause", "no-route")),
                Arguments.of(Refusals.expired(null), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusal_each_tellsTheFactsOfItsSentence(Refusal refusal, Map<String, Object> facts) {
        assertThat(refusal.values()).isEqualTo(facts);
    }

    @Test
    void expired_licenseWithAnEnd_tellsIt() {
        Refusal refusal = Refusals.expired(Flows.LICENSE);

        assertThat(refusal.detail()).contains("2027-06-30T00:00:00Z");
        assertThat(refusal.values()).isEqualTo(Map.of("expiresAt", "2027-06-30T00:00:00Z"));
    }
}
