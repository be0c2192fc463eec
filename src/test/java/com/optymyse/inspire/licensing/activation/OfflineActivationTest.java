package com.optymyse.inspire.licensing.activation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static com.optymyse.inspire.licensing.installation.Held.days;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optymyse.inspire.licensing.activation.OfflineActivation.Accepted;
import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.certificate.OfflineFiles;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.installation.CertificateCache;
import com.optymyse.inspire.licensing.installation.ClockChallenge;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.HighWaterMarks;
import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a license file may do to what is known here of its license and of the time. */
class OfflineActivationTest {

    private static final Set<CertificateKind> ANY_KIND = EnumSet.allOf(CertificateKind.class);

    private static final String CHALLENGE = "ABCDEFGHJKLMNPQR";

    /** The license ended at day 20, and the clock was set back to day 6. The file was never used. */
    @Test
    void accept_spareFileWithTheClockSetBack_refused() {
        StoredInstallation over = installation(new HighWaterMarks(T, days(30)), KnownLicenses.NONE);

        assertRefused(RefusalCode.LICENSE_EXPIRED, ending(days(20), days(5)), over, days(6));
    }

    @Test
    void accept_fileOrderedForTheChallenge_acceptedWithTheClockOnceAhead() {
        HighWaterMarks ahead = new HighWaterMarks(T, days(400)).with(new ClockChallenge(CHALLENGE, days(400)));
        TestFile file = ending(days(20), days(5))
                .with(root -> root.withObject("/data/attributes/metadata").put("clockChallenge", CHALLENGE));

        assertAccepted(file, installation(ahead, KnownLicenses.NONE), days(5));
        assertRefused(RefusalCode.LICENSE_EXPIRED, file, installation(ahead.with(null), KnownLicenses.NONE), days(5));
    }

    /** The way out for a site whose clock was ahead by more than the vendor lets a file count. */
    @Test
    void accept_fileOrderedForTheChallengeWithTheVendorsLimit_countsFromItsOwnTime() {
        OfflineFiles limited = new OfflineFiles(ANY_KIND, Duration.ofDays(30), false);
        HighWaterMarks ahead = new HighWaterMarks(T, days(60)).with(new ClockChallenge(CHALLENGE, days(60)));
        TestFile file = displays(500, days(5))
                .with(root -> root.withObject("/data/attributes/metadata").put("clockChallenge", CHALLENGE));

        assertThat(activation(limited, days(5))
                        .accept(brought(file), installation(ahead, KnownLicenses.NONE))
                        .certificate()
                        .issuedAt())
                .isEqualTo(days(5));
        assertThatThrownBy(() -> activation(limited, days(5))
                        .accept(brought(file), installation(ahead.with(null), KnownLicenses.NONE)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.LICENSE_FILE_EXPIRED));
    }

    /** A file was made, then the license was re-validated three times; now the site goes offline. */
    @Test
    void accept_fileFromBeforeThreeRevalidations_accepted() {
        KnownLicenses known = KnownLicenses.NONE;
        for (int day = 2; day <= 4; day++) {
            Certificate checkedOut = displays(500, days(day)).certificate();
            known = known.holding(checkedOut)
                    .judged(
                            checkedOut.license().id(),
                            new Judgement(new Verdict.Good(), days(day), checkedOut.machineId()));
        }

        assertAccepted(displays(500, days(1)), installation(new HighWaterMarks(days(4), days(4)), known), days(5));
    }

    @Test
    void accept_fileFromBeforeADowngrade_refused() {
        KnownLicenses known = KnownLicenses.NONE.holding(displays(5, days(2)).certificate());

        assertRefused(
                RefusalCode.LICENSE_FILE_OLDER,
                displays(500, days(1)),
                installation(new HighWaterMarks(days(2), days(2)), known),
                days(3));
    }

    /** The vendor has noticed that the last file grants too much, or too little. */
    @ParameterizedTest
    @MethodSource("corrections")
    void accept_correctedFileIssuedAgain_accepted(int wrong, int right) {
        KnownLicenses known =
                KnownLicenses.NONE.holding(displays(wrong, days(1)).certificate());

        assertAccepted(displays(right, days(2)), installation(new HighWaterMarks(days(1), days(1)), known), days(3));
    }

    static Stream<Arguments> corrections() {
        return Stream.of(Arguments.of(5000, 500), Arguments.of(5, 500));
    }

    static Stream<Arguments> verdicts() {
        return Stream.of(
                Arguments.of(new Verdict.Suspended(), RefusalCode.LICENSE_SUSPENDED),
                Arguments.of(new Verdict.Banned(), RefusalCode.LICENSE_BANNED),
                Arguments.of(new Verdict.Unknown(), RefusalCode.LICENSE_KEY_UNKNOWN),
                Arguments.of(new Verdict.Refused("OVERDUE"), RefusalCode.LICENSE_NOT_ALLOWED),
                Arguments.of(new Verdict.SeatRemoved(), RefusalCode.LICENSE_NOT_ALLOWED));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void accept_fileFromBeforeAVerdict_refusedUntilALaterOneOrALaterFile(Verdict verdict, RefusalCode code) {
        TestFile before = displays(500, days(1));
        String id = before.certificate().license().id();
        KnownLicenses known = KnownLicenses.NONE.judged(
                id, new Judgement(verdict, days(2), before.certificate().machineId()));
        HighWaterMarks marks = new HighWaterMarks(days(2), days(2));

        assertRefused(code, before, installation(marks, known), days(3));
        assertAccepted(displays(500, days(3)), installation(marks, known), days(3));
        KnownLicenses reinstated = known.judged(id, new Judgement(new Verdict.Good(), days(3), null));
        assertAccepted(before, installation(marks, reinstated), days(3));
    }

    /** The seat of the old host was removed; the new host's machine was made before that. */
    @Test
    void accept_fileOfAnotherMachineThanTheOneRemoved_accepted() {
        TestFile file = displays(500, days(1));
        KnownLicenses known = KnownLicenses.NONE.judged(
                file.certificate().license().id(),
                new Judgement(new Verdict.SeatRemoved(), days(2), "the machine of the old host"));

        assertAccepted(file, installation(new HighWaterMarks(days(2), days(2)), known), days(3));
    }

    @Test
    void accept_renewedUnderANewLicenseId_accepted() {
        Certificate old = displays(5, days(2)).certificate();
        KnownLicenses known = KnownLicenses.NONE
                .holding(old)
                .judged(old.license().id(), new Judgement(new Verdict.Suspended(), days(3), null));
        TestFile renewed = displays(500, days(1))
                .withLicense(license -> license.put("id", "renewed"))
                .with(root -> ((ObjectNode) root.at("/data/relationships/license/data")).put("id", "renewed"));

        assertAccepted(renewed, installation(new HighWaterMarks(days(3), days(3)), known), days(4));
    }

    /** The license key alone has checked it out, without an end. */
    @Test
    void accept_endlessFileWithTheVendorsLimit_countsForSoLongAfterItsIssue() {
        OfflineFiles limited = new OfflineFiles(ANY_KIND, Duration.ofDays(30), false);
        StoredInstallation before = installation(HighWaterMarks.NONE, KnownLicenses.NONE);

        OfflineActivation activation = activation(limited, days(39));
        Certificate certificate =
                activation.accept(brought(displays(500, days(10))), before).certificate();
        assertThat(activation.countsUntil(certificate)).isEqualTo(days(40));
        assertThat(activation.endOf(certificate)).isEqualTo(days(40));
        assertThatThrownBy(() -> activation(limited, days(40)).accept(brought(displays(500, days(10))), before))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.LICENSE_FILE_EXPIRED))
                .hasMessageContaining("accepts it only until " + days(40) + ".");
    }

    @Test
    void accept_installationNotListed_refusedUntilTheLicenseListsIt() {
        OfflineFiles listed = new OfflineFiles(ANY_KIND, null, true);
        StoredInstallation before = installation(HighWaterMarks.NONE, KnownLicenses.NONE);

        assertThatThrownBy(() -> activation(listed, days(2)).accept(brought(displays(500, days(1))), before))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.OFFLINE_NOT_LISTED))
                .hasMessageContaining(before.fingerprint());
        TestFile file = displays(500, days(1))
                .withAttributes(attributes ->
                        attributes.withObject("/metadata").put("offlineFingerprints", before.fingerprint()));
        assertThat(activation(listed, days(2)).accept(brought(file), before)).isNotNull();
    }

    @Test
    void accept_knownTimeEdited_refused() {
        HighWaterMarks marks = new HighWaterMarks(days(1), days(1));

        assertAccepted(displays(500, days(1)), installation(marks, KnownLicenses.NONE), days(2));
        assertRefused(
                RefusalCode.CLOCK_SET_BACK,
                displays(500, days(1)),
                installation(marks.edited(), KnownLicenses.NONE),
                days(2));
        assertThatThrownBy(
                        () -> accept(displays(500, days(1)), installation(marks.edited(), KnownLicenses.NONE), days(2)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.values()).isEqualTo(Map.of("cause", "known-time-edited")));
    }

    /** The file itself would make its issue the time that counts. */
    @Test
    void accept_fileFromTheFuture_refused() {
        assertRefused(
                RefusalCode.CLOCK_SET_BACK,
                displays(500, days(3)),
                installation(HighWaterMarks.NONE, KnownLicenses.NONE),
                days(2));
    }

    @Test
    void accept_licenseWithoutOfflineLicensing_refused() {
        TestFile online =
                displays(500, days(1)).with(root -> root.withArray("/included").remove(2));

        assertRefused(
                RefusalCode.OFFLINE_NOT_ENTITLED,
                online,
                installation(HighWaterMarks.NONE, KnownLicenses.NONE),
                days(2));
    }

    @Test
    void accept_fileWithoutEntitlements_incomplete() {
        TestFile incomplete = displays(500, days(1)).with(root -> {
            root.withArray("/included").remove(2);
            root.withArray("/included").remove(1);
        });

        assertRefused(
                RefusalCode.LICENSE_FILE_INCOMPLETE,
                incomplete,
                installation(HighWaterMarks.NONE, KnownLicenses.NONE),
                days(2));
    }

    @Test
    void toString_ofWhatWasBrought_hasNeitherKeyNorFile() {
        assertThat(brought(displays(500, days(1)))).hasToString("Brought[]");
    }

    private static OfflineActivation activation(OfflineFiles offline, Instant clock) {
        TrustAnchors trust = TestVendor.anchors(offline);
        return new OfflineActivation(
                new CertificateCache(new CertificateVerifier(trust)), trust, Clock.fixed(clock, ZoneOffset.UTC));
    }

    private static Brought brought(TestFile file) {
        return new Brought(PastedKey.of(TestVendor.KEY), file.text());
    }

    private static void assertAccepted(TestFile file, StoredInstallation before, Instant clock) {
        assertThatCode(() -> accept(file, before, clock)).doesNotThrowAnyException();
    }

    private static void assertRefused(RefusalCode code, TestFile file, StoredInstallation before, Instant clock) {
        assertThatThrownBy(() -> accept(file, before, clock))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static Certificate accept(TestFile file, StoredInstallation before, Instant clock) {
        return activation(OfflineFiles.of(ANY_KIND), clock)
                .accept(brought(file), before)
                .certificate();
    }

    private static Accepted accept(String pasted, TestFile file) {
        StoredInstallation before = installation(HighWaterMarks.NONE, KnownLicenses.NONE);
        return activation(OfflineFiles.of(ANY_KIND), days(2))
                .accept(new Brought(PastedKey.read(pasted), file.text()), before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"B\u00FCro-7", "\u9375-0001", "K\uD83D\uDD11-1", "\u041A\u041B\u042E\u0427-7"})
    void accept_keyBeyondAscii_opensItsFile(String key) {
        TestFile file = displays(500, days(1)).forKey(new LicenseKey(key));

        assertThat(accept(key, file).key().value()).isEqualTo(key);
    }

    /** What was with the key when it was copied; the key that has opened the file is the one that is kept. */
    @ParameterizedTest
    @ValueSource(strings = {"License key: %s", "\"%s\"", "`%s`", "%s.", "Your license key is: \u201C%s\u201D."})
    void accept_keyWithWhatWasAroundIt_isTheKeyThatOpensTheFile(String around) {
        String pasted = around.replace("%s", TestVendor.KEY.value());

        assertThat(accept(pasted, displays(500, days(1))).key()).isEqualTo(TestVendor.KEY);
    }

    /** The vendor has chosen a key that looks as if something was around it. */
    @ParameterizedTest
    @ValueSource(strings = {"\"K-1234\"", "Key: K-1234", "K 1234", "K-1234."})
    void accept_keyThatLooksUnclean_opensItsFileAsItStands(String key) {
        TestFile file = displays(500, days(1)).forKey(new LicenseKey(key));

        assertThat(accept(key, file).key().value()).isEqualTo(key);
    }

    @Test
    void accept_twoKeysInALine_namedOnceTheFirstReadingHasNotOpenedTheFile() {
        assertThatThrownBy(() -> accept("4D2A17-90C3BE 4D2A17-90C3BF", displays(500, days(1))))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo("licenseKey");
                    assertThat(refusal.detail()).contains("more than one license key");
                });
    }

    private static TestFile ending(Instant licenseEnd, Instant issued) {
        return Held.file(licenseEnd.toString(), 0).lasting(issued, null);
    }

    private static TestFile displays(int displays, Instant issued) {
        return TestFile.machine()
                .lasting(issued, null)
                .withAttributes(attributes -> attributes.withObject("/metadata").put("maxDisplays", displays));
    }

    private static StoredInstallation installation(HighWaterMarks marks, KnownLicenses known) {
        StoredInstallation empty = Held.stored(new LicenseState.None());
        return new StoredInstallation(
                empty.id(), empty.fingerprint(), 1, 1, marks, known, empty.license(), empty.releases());
    }
}
