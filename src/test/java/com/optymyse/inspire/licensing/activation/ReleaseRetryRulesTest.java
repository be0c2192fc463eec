package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.SeatRelease.State;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseRetryRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void after_signedThatTheSeatIsFree_done() {
        assertThat(ReleaseRetryRules.after(tried(1), signed(new MachineDeletion.Deleted()), NOW))
                .isEmpty();
        assertThat(ReleaseRetryRules.after(tried(1), signed(new MachineDeletion.NoMachine()), NOW))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("blocked")
    void after_signedRefusal_blockedForADay(ServerRefusal refusal, String error) {
        assertThat(ReleaseRetryRules.after(tried(3), signed(new MachineDeletion.Refused(refusal)), NOW))
                .contains(release(State.BLOCKED, 3, NOW.plus(Duration.ofDays(1)), error));
    }

    static Stream<Arguments> blocked() {
        return Stream.of(
                Arguments.of(new ServerRefusal.Against(new Verdict.Suspended()), "LICENSE_SUSPENDED"),
                Arguments.of(new ServerRefusal.Against(new Verdict.Banned()), "LICENSE_BANNED"),
                Arguments.of(new ServerRefusal.Expired(), "LICENSE_EXPIRED"),
                Arguments.of(new ServerRefusal.NotAllowed("LICENSE_NOT_ALLOWED"), "LICENSE_NOT_ALLOWED"),
                Arguments.of(new ServerRefusal.Invalid("NAME_TOO_LONG"), "NAME_TOO_LONG"),
                Arguments.of(new ServerRefusal.LimitReached("LIMIT"), "LIMIT"));
    }

    @Test
    void facts_signedRefusal_areTheServersCode() {
        ServerRefusal refusal = new ServerRefusal.NotAllowed("USER_BANNED");

        assertThat(ReleaseRetryRules.facts(signed(new MachineDeletion.Refused(refusal))))
                .isEqualTo(Map.of("serverCode", "USER_BANNED"));
        assertThat(ReleaseRetryRules.facts(release(State.BLOCKED, 1, NOW, "USER_BANNED")))
                .isEqualTo(Map.of("serverCode", "USER_BANNED"));
    }

    /** Nothing of it is a sentence, which only one language has. */
    @Test
    void facts_fault_areItsCodeAndWhatItsSentenceTells() {
        CallResult<MachineDeletion> failed = new CallResult.Failed<MachineDeletion>(
                        CallResult.Cause.UNREACHABLE, "No route to example.com.")
                .telling(Map.of("host", "example.com", "cause", "no-route"));

        assertThat(ReleaseRetryRules.facts(failed))
                .isEqualTo(Map.of("code", "licensing-server-unreachable", "host", "example.com", "cause", "no-route"));
    }

    @Test
    void facts_seatElsewhere_areItsServerAndAccount() {
        SeatRelease kept = ReleaseRetryRules.elsewhere(tried(1), NOW);

        assertThat(ReleaseRetryRules.facts(kept)).isEqualTo(Map.of("server", kept.server(), "account", kept.account()));
    }

    @Test
    void after_serverAsksForAPause_queuedUntilItIsOver() {
        CallResult<MachineDeletion> busy = CallResult.Failed.busy("It has too much to do.", Duration.ofSeconds(42));

        assertThat(ReleaseRetryRules.after(tried(1), busy, NOW))
                .contains(release(State.QUEUED, 1, NOW.plusSeconds(42), "It has too much to do."));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BUSY")
    void after_nothingThatCounts_queuedAgain(CallResult.Cause cause) {
        CallResult<MachineDeletion> failed = new CallResult.Failed<>(cause, "It did not answer.");

        assertThat(ReleaseRetryRules.after(tried(1), failed, NOW))
                .contains(release(State.QUEUED, 1, NOW.plusSeconds(10), "It did not answer."));
    }

    /** The request that reserved the seat may have been lost on its way, and arrive when nobody expects it any more. */
    @Test
    void after_reservedSeatIsAbsent_isLookedAtAgainWhenNoRequestCanComeAnyMore() {
        SeatRelease reserved = release(State.RESERVED, 1, NOW, "");
        Instant late = reserved.since().plus(Duration.ofMinutes(10));

        SeatRelease kept = ReleaseRetryRules.after(reserved, signed(new MachineDeletion.NoMachine()), NOW)
                .orElseThrow();

        assertThat(kept.state()).isEqualTo(State.RESERVED);
        assertThat(kept.nextAttemptAt()).isEqualTo(late);
        assertThat(kept.mayBeUnderWay()).isFalse();
        assertThat(ReleaseRetryRules.after(reserved, signed(new MachineDeletion.NoMachine()), late.minusMillis(1)))
                .isPresent();
        assertThat(ReleaseRetryRules.after(reserved, signed(new MachineDeletion.NoMachine()), late))
                .isEmpty();
    }

    @Test
    void after_reservedSeatWasThere_done() {
        assertThat(ReleaseRetryRules.after(
                        release(State.RESERVED, 1, NOW, ""), signed(new MachineDeletion.Deleted()), NOW))
                .isEmpty();
    }

    /** Else its absence would count too early at the next attempt. */
    @Test
    void after_reservedSeatAndNoAnswer_staysReservedWhileARequestMayCome() {
        SeatRelease reserved = release(State.RESERVED, 1, NOW, "");
        CallResult<MachineDeletion> failed =
                new CallResult.Failed<>(CallResult.Cause.UNREACHABLE, "It did not answer.");

        assertThat(ReleaseRetryRules.after(reserved, failed, NOW))
                .contains(release(State.RESERVED, 1, NOW.plusSeconds(10), "It did not answer."));
        assertThat(ReleaseRetryRules.after(reserved, failed, NOW.plus(Duration.ofMinutes(10))))
                .hasValueSatisfying(kept -> assertThat(kept.state()).isEqualTo(State.QUEUED));
    }

    @Test
    void elsewhere_otherServer_blockedAndSaid() {
        SeatRelease kept = ReleaseRetryRules.elsewhere(tried(1), NOW);

        assertThat(kept.state()).isEqualTo(State.BLOCKED);
        assertThat(kept.nextAttemptAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(kept.lastError()).contains("https://server", "account");
    }

    @ParameterizedTest
    @CsvSource({"0,10", "1,10", "2,20", "3,40", "9,2560", "10,3600", "11,3600", "1000,3600"})
    void retryAt_moreAttempts_longerPausesUpToAnHour(int attempts, long seconds) {
        assertThat(ReleaseRetryRules.retryAt(tried(attempts), NOW)).isEqualTo(NOW.plusSeconds(seconds));
    }

    /** The release was tried at NOW and blocked for a day. */
    @ParameterizedTest
    @CsvSource({
        "LICENSE_SUSPENDED, 1, 120, true",
        "LICENSE_SUSPENDED, 1, 60, true",
        "LICENSE_SUSPENDED, 1, 59, false",
        "LICENSE_SUSPENDED, 0, 120, false",
        "LICENSE_SUSPENDED, -1, 120, false",
        "LICENSE_BANNED, 1, 120, false"
    })
    void isReinstated_goodVerdictAfterTheLastTry_once(String error, long verdictAfter, long later, boolean expected) {
        KnownLicenses known = KnownLicenses.NONE.judged(
                "license", new Judgement(new Verdict.Good(), NOW.plusSeconds(verdictAfter), null));
        SeatRelease blocked = release(State.BLOCKED, 1, NOW.plus(SeatRelease.LONGEST_PAUSE), error);

        assertThat(ReleaseRetryRules.isReinstated(blocked, known, NOW.plusSeconds(later)))
                .isEqualTo(expected);
    }

    @Test
    void isReinstated_otherVerdictLicenseOrState_not() {
        Instant later = NOW.plusSeconds(120);
        KnownLicenses good = KnownLicenses.NONE.judged("license", new Judgement(new Verdict.Good(), later, null));
        KnownLicenses suspended =
                KnownLicenses.NONE.judged("license", new Judgement(new Verdict.Suspended(), later, null));
        KnownLicenses another = KnownLicenses.NONE.judged("another", new Judgement(new Verdict.Good(), later, null));
        SeatRelease blocked = release(State.BLOCKED, 1, NOW.plus(SeatRelease.LONGEST_PAUSE), "LICENSE_SUSPENDED");
        SeatRelease queued = release(State.QUEUED, 1, NOW.plus(SeatRelease.LONGEST_PAUSE), "LICENSE_SUSPENDED");

        assertThat(ReleaseRetryRules.isReinstated(blocked, good, later)).isTrue();
        assertThat(ReleaseRetryRules.isReinstated(blocked, suspended, later)).isFalse();
        assertThat(ReleaseRetryRules.isReinstated(blocked, another, later)).isFalse();
        assertThat(ReleaseRetryRules.isReinstated(queued, good, later)).isFalse();
    }

    private static CallResult<MachineDeletion> signed(MachineDeletion result) {
        return new CallResult.Signed<>(result, NOW);
    }

    private static SeatRelease tried(int attempts) {
        return release(State.QUEUED, attempts, NOW, "");
    }

    private static SeatRelease release(State state, int attempts, Instant nextAttemptAt, String error) {
        return new SeatRelease(
                "machine",
                "https://server",
                "account",
                "license",
                new LicenseKey("KEY"),
                state,
                NOW.minusSeconds(60),
                attempts,
                nextAttemptAt,
                error);
    }
}
