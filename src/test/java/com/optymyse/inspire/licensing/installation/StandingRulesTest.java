package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static com.optymyse.inspire.licensing.installation.Held.days;
import static com.optymyse.inspire.licensing.installation.Held.file;
import static com.optymyse.inspire.licensing.installation.Held.hours;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import com.optymyse.inspire.licensing.installation.LicenseState.Proven;
import com.optymyse.inspire.licensing.installation.StandingRules.Position;
import com.optymyse.inspire.licensing.license.LicenseStatus;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.license.ValidationMode;
import com.optymyse.inspire.licensing.license.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StandingRulesTest {

    private static final Position LICENSED = new Position(Standing.LICENSED, null);
    private static final Position SILENCE = new Position(Standing.GRACE, Reason.SERVER_UNREACHABLE);
    private static final Position EXPIRED_GRACE = new Position(Standing.GRACE, Reason.LICENSE_EXPIRED);
    private static final Position EXPIRED = new Position(Standing.RESTRICTED, Reason.LICENSE_EXPIRED);
    private static final Position ENDED = new Position(Standing.RESTRICTED, Reason.CERTIFICATE_ENDED);

    /** The certificates of these tests end after two weeks, if nothing else is said. */
    private static final Instant FORTNIGHT = days(14);

    private final StandingRules rules = new StandingRules(new GracePeriod(Duration.ofDays(2)));

    @Test
    void position_goodAndFresh_licensed() {
        assertThat(rules.position(online(file("", 0)), T)).isEqualTo(LICENSED);
    }

    @Test
    void position_silentServer_graceFromTheVeryMoment() {
        Proven held = online(file("", 0));

        assertThat(rules.position(held, hours(48).minusNanos(1))).isEqualTo(LICENSED);
        assertThat(rules.position(held, hours(48))).isEqualTo(SILENCE);
        assertThat(rules.position(held, FORTNIGHT.minusNanos(1))).isEqualTo(SILENCE);
        assertThat(rules.position(held, FORTNIGHT)).isEqualTo(ENDED);
    }

    @Test
    void position_onlineCertificateWithoutEnd_countsThirtyDays() {
        Proven held = online(file("", 0).lasting(T, null));

        assertThat(rules.position(held, days(30).minusNanos(1))).isEqualTo(SILENCE);
        assertThat(rules.position(held, days(30))).isEqualTo(ENDED);
        assertThat(rules.certificateEnd(held)).isEqualTo(days(30));
    }

    @Test
    void position_onlineCertificateLongerThanThirtyDays_countsThirtyDays() {
        assertThat(rules.certificateEnd(online(file("", 0).lasting(T, days(90)))))
                .isEqualTo(days(30));
    }

    @Test
    void position_offlineCertificateWithoutEnd_countsForever() {
        Proven held = offline(file("", 0).lasting(T, null));

        assertThat(rules.position(held, days(36_500))).isEqualTo(LICENSED);
        assertThat(rules.certificateEnd(held)).isNull();
        assertThat(rules.forecast(held, T)).isEmpty();
    }

    /** As a vendor limits what a license key alone can check out. */
    @Test
    void position_offlineCertificateThatCountsUntilADay_endsThenWhateverItSays() {
        Proven endless = offlineUntil(days(30), file("", 0).lasting(T, null));
        Proven longer = offlineUntil(days(30), file("", 0).lasting(T, days(90)));
        Proven shorter = offlineUntil(days(30), file("", 0));

        assertThat(rules.position(endless, days(30).minusNanos(1))).isEqualTo(LICENSED);
        assertThat(rules.position(endless, days(30))).isEqualTo(ENDED);
        assertThat(rules.certificateEnd(longer)).isEqualTo(days(30));
        assertThat(rules.certificateEnd(shorter)).isEqualTo(FORTNIGHT);
        assertThat(rules.forecast(endless, T))
                .containsExactly(
                        new Forecast(days(30), Standing.RESTRICTED, Reason.CERTIFICATE_ENDED, Condition.NO_NEWER_FILE));
    }

    @Test
    void position_offlineCertificate_endsByItselfAndNeverForSilence() {
        Proven held = offline(file("", 0).lasting(T, days(90)));

        assertThat(rules.position(held, days(90).minusNanos(1))).isEqualTo(LICENSED);
        assertThat(rules.position(held, days(90))).isEqualTo(ENDED);
    }

    @Test
    void position_licenseExpires_restrictedFromTheVeryMoment() {
        Proven held = offline(file("2026-11-05T10:00:00Z", 0));

        assertThat(rules.position(held, days(4).minusNanos(1))).isEqualTo(LICENSED);
        assertThat(rules.position(held, days(4))).isEqualTo(EXPIRED);
    }

    @Test
    void position_gracePeriodDays_prolongAfterExpiry() {
        Proven held = offline(file("2026-11-05T10:00:00Z", 3));

        assertThat(rules.position(held, days(4))).isEqualTo(EXPIRED_GRACE);
        assertThat(rules.position(held, days(7).minusNanos(1))).isEqualTo(EXPIRED_GRACE);
        assertThat(rules.position(held, days(7))).isEqualTo(EXPIRED);
    }

    @Test
    void forecast_graceBeyondTheYear9999_endsWithThatYear() {
        Instant end = Instant.parse("9999-12-31T23:59:59Z");
        Proven held = offline(file(end.toString(), 3650).lasting(T, null));

        assertThat(rules.forecast(held, T))
                .containsExactly(
                        new Forecast(end, Standing.RESTRICTED, Reason.LICENSE_EXPIRED, Condition.LICENSE_NOT_RENEWED));
    }

    @Test
    void position_gracePeriodDays_neverPastTheCertificatesEnd() {
        Proven held = offline(file("2026-11-05T10:00:00Z", 3650));

        assertThat(rules.position(held, FORTNIGHT.minusNanos(1))).isEqualTo(EXPIRED_GRACE);
        assertThat(rules.position(held, FORTNIGHT)).isEqualTo(EXPIRED);
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void position_verdictAgainst_restrictedWhateverTheCertificateSays(Verdict verdict, Reason reason) {
        Certificate certificate = file("", 30).certificate();

        Position position = rules.position(new Proven(Held.online(certificate, verdict), certificate), T);

        assertThat(position).isEqualTo(new Position(Standing.RESTRICTED, reason));
    }

    static Stream<Arguments> verdicts() {
        return Stream.of(
                Arguments.of(new Verdict.Suspended(), Reason.LICENSE_SUSPENDED),
                Arguments.of(new Verdict.Banned(), Reason.LICENSE_BANNED),
                Arguments.of(new Verdict.Unknown(), Reason.LICENSE_UNKNOWN),
                Arguments.of(new Verdict.SeatRemoved(), Reason.SEAT_REMOVED),
                Arguments.of(new Verdict.Refused("OVERDUE"), Reason.REFUSED_BY_SERVER));
    }

    @Test
    void position_certificateTellsOfSuspension_restricted() {
        TestFile suspended = file("", 0).withAttributes(attributes -> attributes.put("suspended", true));

        assertThat(rules.position(offline(suspended), T))
                .isEqualTo(new Position(Standing.RESTRICTED, Reason.LICENSE_SUSPENDED));
    }

    @Test
    void position_certificateTellsOfBan_restricted() {
        TestFile banned = file("", 0).withAttributes(attributes -> attributes.put("status", "BANNED"));

        assertThat(rules.position(offline(banned), T))
                .isEqualTo(new Position(Standing.RESTRICTED, Reason.LICENSE_BANNED));
    }

    @Test
    void position_offlineWithoutTheEntitlement_restricted() {
        TestFile online = file("", 0).with(root -> root.withArray("/included").remove(2));

        assertThat(rules.position(offline(online), T))
                .isEqualTo(new Position(Standing.RESTRICTED, Reason.OFFLINE_NOT_ENTITLED));
        assertThat(rules.position(online(online), T)).isEqualTo(LICENSED);
    }

    @Test
    void status_byVerdictThenByExpiry() {
        Certificate certificate = file("2026-11-05T10:00:00Z", 0).certificate();
        Proven good = new Proven(Held.online(certificate, new Verdict.Good()), certificate);

        assertThat(rules.status(good, T)).isEqualTo(LicenseStatus.ACTIVE);
        assertThat(rules.status(good, days(4))).isEqualTo(LicenseStatus.EXPIRED);
        assertThat(rules.status(judged(certificate, new Verdict.Suspended()), days(4)))
                .isEqualTo(LicenseStatus.SUSPENDED);
        assertThat(rules.status(judged(certificate, new Verdict.Banned()), T)).isEqualTo(LicenseStatus.SUSPENDED);
        assertThat(rules.status(judged(certificate, new Verdict.Unknown()), T)).isEqualTo(LicenseStatus.ACTIVE);
    }

    @Test
    void forecast_onlineLicense_everyTurnWithItsCondition() {
        Proven held = online(file("2026-11-08T10:00:00Z", 3));

        assertThat(rules.forecast(held, T))
                .containsExactly(
                        new Forecast(
                                hours(48), Standing.GRACE, Reason.SERVER_UNREACHABLE, Condition.SERVER_UNREACHABLE),
                        new Forecast(days(7), Standing.GRACE, Reason.LICENSE_EXPIRED, Condition.LICENSE_NOT_RENEWED),
                        new Forecast(
                                days(10), Standing.RESTRICTED, Reason.LICENSE_EXPIRED, Condition.LICENSE_NOT_RENEWED));
    }

    @Test
    void forecast_certificateEndsBeforeTheLicense_namesTheEndOnce() {
        Proven held = online(file("2026-11-30T10:00:00Z", 3));

        assertThat(rules.forecast(held, hours(48)))
                .containsExactly(new Forecast(
                        FORTNIGHT, Standing.RESTRICTED, Reason.CERTIFICATE_ENDED, Condition.SERVER_UNREACHABLE));
    }

    @Test
    void forecast_offline_namesWhatToDo() {
        Proven held = offline(file("", 0));

        assertThat(rules.forecast(held, T))
                .containsExactly(new Forecast(
                        FORTNIGHT, Standing.RESTRICTED, Reason.CERTIFICATE_ENDED, Condition.NO_NEWER_FILE));
    }

    /** The server answers, so that nothing is to be said of its silence. */
    @Test
    void forecast_renewalRefused_certificateEndAlone() {
        Proven held = notRenewed("good", 0);

        assertThat(rules.forecast(held, T))
                .containsExactly(new Forecast(
                        FORTNIGHT, Standing.RESTRICTED, Reason.CERTIFICATE_ENDED, Condition.CERTIFICATE_NOT_RENEWED));
        assertThat(rules.position(held, hours(48))).isEqualTo(LICENSED);
        assertThat(rules.position(held, FORTNIGHT)).isEqualTo(ENDED);
    }

    /** A busy server's answer is not signed, and does not count as a failure. */
    @ParameterizedTest
    @CsvSource({"licensing-server-unreachable, 1", "licensing-server-busy, 0"})
    void position_renewalRefusedAndThenSilentServer_grace(String outcome, int failures) {
        assertThat(rules.position(notRenewed(outcome, failures), hours(48))).isEqualTo(SILENCE);
    }

    @Test
    void forecast_restrictedAlready_nothingToCome() {
        Certificate certificate = file("2026-11-08T10:00:00Z", 3).certificate();

        assertThat(rules.forecast(judged(certificate, new Verdict.Suspended()), T))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("licenses")
    void forecast_anyMoment_agreesWithPosition(Proven held) {
        for (Instant now = T; now.isBefore(days(40)); now = now.plus(Duration.ofHours(7))) {
            Instant asked = now;
            for (Forecast coming : rules.forecast(held, asked)) {
                assertThat(coming.at()).isAfter(asked);
                assertThat(rules.position(held, coming.at()))
                        .isEqualTo(new Position(coming.standing(), coming.reason()));
                assertThat(rules.position(held, coming.at().minusNanos(1)))
                        .isNotEqualTo(rules.position(held, coming.at()));
            }
        }
    }

    static Stream<Proven> licenses() {
        return Stream.of(
                online(file("2026-11-08T10:00:00Z", 3)),
                online(file("2026-11-02T10:00:00Z", 100)),
                online(file("", 0).lasting(T, null)),
                notRenewed("good", 0),
                notRenewed("licensing-server-unreachable", 1),
                offline(file("2026-11-08T10:00:00Z", 3)),
                offline(file("2026-12-08T10:00:00Z", 3)));
    }

    private static Proven online(TestFile file) {
        return judged(file.certificate(), new Verdict.Good());
    }

    private static Proven notRenewed(String outcome, int failures) {
        Certificate certificate = file("", 0).certificate();
        HeldLicense held = Held.online(certificate, new Verdict.Good())
                .attempted(new Attempts(T, outcome, failures, null, "MACHINE_CORE_LIMIT_EXCEEDED"));
        return new Proven(held, certificate);
    }

    private static Proven judged(Certificate certificate, Verdict verdict) {
        return new Proven(Held.online(certificate, verdict), certificate);
    }

    private static Proven offlineUntil(Instant countsUntil, TestFile file) {
        Certificate certificate = file.certificate();
        HeldLicense held = new HeldLicense(
                TestVendor.KEY,
                certificate.text(),
                ValidationMode.OFFLINE,
                certificate.machineId(),
                T,
                new Verdict.Good(),
                null,
                Attempts.NEVER,
                false,
                countsUntil);
        return new Proven(held.asOlder(true).attempted(Attempts.NEVER), certificate);
    }

    private static Proven offline(TestFile file) {
        Certificate certificate = file.certificate();
        return new Proven(Held.offline(certificate), certificate);
    }
}
