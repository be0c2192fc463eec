package com.optymyse.inspire.licensing.postgres;

import static com.optymyse.inspire.licensing.testing.StoredSamples.CERTIFICATE;
import static com.optymyse.inspire.licensing.testing.StoredSamples.KEY;
import static com.optymyse.inspire.licensing.testing.StoredSamples.NOW;
import static com.optymyse.inspire.licensing.testing.StoredSamples.held;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optymyse.inspire.licensing.installation.ClockChallenge;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import com.optymyse.inspire.licensing.installation.KnownLicense;
import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.KnownLicense.Newest;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.license.Grants;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Limits;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.postgres.KeyRing.UnknownKeyException;
import com.optymyse.inspire.licensing.testing.StoredSamples;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LicenseCipherTest {

    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final List<KnownLicenseRow> KNOWN = KnownLicenseRow.rows(StoredSamples.KNOWN);

    private final KeyRing ring = KeyRing.of(List.of("test:" + SECRET));
    private final LicenseCipher cipher = new LicenseCipher(ring);
    private final InstallationRow installation = installation();

    @Test
    void decrypt_asEncrypted_isTheLicense() {
        LicenseRow row = cipher.encrypt(held("machine-1"), installation, KNOWN);

        assertThat(cipher.decrypt(row, installation, KNOWN)).contains(held("machine-1"));
    }

    @Test
    void decrypt_keyBeyondAscii_isTheKey() {
        HeldLicense held = held("machine-1");
        HeldLicense beyondAscii = new HeldLicense(
                new LicenseKey("B\u00FCro-\uD83D\uDD11"),
                held.certificate(),
                held.mode(),
                held.machineId(),
                held.activatedAt(),
                held.verdict(),
                held.verdictAt(),
                held.attempts(),
                held.acceptedAsOlder(),
                held.countsUntil());

        LicenseRow row = cipher.encrypt(beyondAscii, installation, KNOWN);

        assertThat(cipher.decrypt(row, installation, KNOWN)).contains(beyondAscii);
        cipher.encryptAgain(row, beyondAscii, installation, KNOWN);
        assertThat(cipher.decrypt(row, installation, KNOWN)).contains(beyondAscii);
    }

    @Test
    void encrypt_always_hidesKeyAndCertificate() {
        LicenseRow row = cipher.encrypt(held("machine-1"), installation, KNOWN);

        assertThat(new String(row.licenseKey, ISO_8859_1)).doesNotContain(KEY.value());
        assertThat(new String(row.certificate, ISO_8859_1)).doesNotContain(CERTIFICATE);
    }

    @Test
    void encrypt_licenseThatCountsUntilADay_opensWithThatDay() {
        HeldLicense plain = held("machine-1");
        HeldLicense limited = new HeldLicense(
                plain.key(),
                plain.certificate(),
                plain.mode(),
                plain.machineId(),
                plain.activatedAt(),
                plain.verdict(),
                plain.verdictAt(),
                plain.attempts(),
                false,
                NOW.plusSeconds(60));

        LicenseRow row = cipher.encrypt(limited, installation, KNOWN);

        assertThat(cipher.decrypt(row, installation, KNOWN)).contains(limited);
    }

    @Test
    void encrypt_timesFinerThanTheDatabases_opensAfterRounding() {
        Instant fine = NOW.plusNanos(1_999);
        HeldLicense held = held("machine-1").judged(new Verdict.Suspended(), fine, Attempts.NEVER);

        LicenseRow row = cipher.encrypt(held, installation, judged(fine));

        assertThat(row.verdictAt).isEqualTo(NOW.plusNanos(1_000));
        assertThat(cipher.decrypt(row, installation, judged(NOW.plusNanos(1_000))))
                .isPresent();
    }

    private static List<KnownLicenseRow> judged(Instant at) {
        return KnownLicenseRow.rows(new KnownLicenses(
                Map.of("license-1", new KnownLicense(null, new Judgement(new Verdict.Good(), at, null)))));
    }

    static List<Named<Consumer<LicenseRow>>> editsOfTheRow() {
        return List.of(
                Named.of("mode", row -> row.mode = "offline"),
                Named.of("machine", row -> row.machineId = "machine-2"),
                Named.of("no machine", row -> row.machineId = null),
                Named.of("activated", row -> row.activatedAt = NOW.plusNanos(1_000)),
                Named.of("verdict", row -> row.verdict = "good"),
                Named.of("code of the verdict", row -> row.verdict = "refused:OTHER"),
                Named.of("verdict's time", row -> row.verdictAt = NOW.plusNanos(1_000)),
                Named.of("no verdict's time", row -> row.verdictAt = null),
                Named.of("accepted as older", row -> row.acceptedAsOlder = true),
                Named.of("counts until", row -> row.countsUntil = NOW),
                Named.of("key", row -> row.licenseKey = new byte[64]),
                Named.of("certificate", row -> row.certificate = row.licenseKey),
                Named.of("both swapped", LicenseCipherTest::swap),
                Named.of("installation", row -> row.installationId = UUID.randomUUID()));
    }

    @ParameterizedTest
    @MethodSource("editsOfTheRow")
    void decrypt_rowEdited_isUnreadable(Consumer<LicenseRow> edit) {
        HeldLicense refused = held("machine-1").judged(new Verdict.Refused("OVERDUE"), NOW, Attempts.NEVER);
        LicenseRow row = cipher.encrypt(refused, installation, KNOWN);

        edit.accept(row);

        assertThat(cipher.decrypt(row, installation, KNOWN)).isEmpty();
    }

    /** Its cipher tells that nobody has edited it: then it is no reason to take a license for edited. */
    @ParameterizedTest
    @CsvSource({"verdict, paused", "mode, hybrid"})
    void decrypt_rowOfANewerVersion_saysSoAsOfAnUnknownKey(String column, String value) {
        LicenseRow row = cipher.encrypt(held("machine-1"), installation, KNOWN);

        row.verdict = column.equals("verdict") ? value : row.verdict;
        row.mode = column.equals("mode") ? value : row.mode;
        row.licenseKey = new StorageEncryption(ring)
                .encrypt(
                        KEY.value().getBytes(US_ASCII),
                        LicenseCipher.keyData(row, installation, KNOWN, CERTIFICATE.getBytes(UTF_8)));

        assertThatExceptionOfType(UnknownKeyException.class)
                .isThrownBy(() -> cipher.decrypt(row, installation, KNOWN))
                .withMessageContaining("newer version")
                .withMessageContaining(column + " '" + value + "'");
    }

    static List<Named<Consumer<InstallationRow>>> editsOfTheInstallation() {
        return List.of(
                Named.of("id", row -> row.id = UUID.randomUUID()),
                Named.of("version", row -> row.version++),
                Named.of("version before", row -> row.version--),
                Named.of("signed time", row -> row.signedTime = NOW.minusSeconds(3600)),
                Named.of("no signed time", row -> row.signedTime = null),
                Named.of("seen time", row -> row.seenTime = NOW.minusSeconds(3600)),
                Named.of("no seen time", row -> row.seenTime = null),
                Named.of("fresh time", row -> row.freshTime = NOW.minusSeconds(3600)),
                Named.of("no fresh time", row -> row.freshTime = null),
                Named.of("challenge", row -> row.clockChallenge = "ABCDEFGHJKLMNPQS"),
                Named.of("challenge's time", row -> row.clockChallengeAt = NOW.plusSeconds(1)),
                Named.of("no challenge", row -> row.writeChallenge(null)),
                Named.of("times swapped", LicenseCipherTest::swapTimes));
    }

    @ParameterizedTest
    @MethodSource("editsOfTheInstallation")
    void decrypt_installationEdited_isUnreadable(Consumer<InstallationRow> edit) {
        LicenseRow row = cipher.encrypt(held("machine-1"), installation, KNOWN);

        edit.accept(installation);

        assertThat(cipher.decrypt(row, installation, KNOWN)).isEmpty();
    }

    static List<KnownLicenses> othersKnown() {
        Newest newest = Objects.requireNonNull(
                StoredSamples.KNOWN.byId().get("license-1").newest());
        Grants grants = newest.grants();
        Judgement judgement = Objects.requireNonNull(
                StoredSamples.KNOWN.byId().get("license-1").judgement());
        return List.of(
                KnownLicenses.NONE,
                with(new Newest(newest.issuedAt().minusSeconds(1), grants), judgement),
                with(null, judgement),
                with(newest, null),
                with(newest, new Judgement(new Verdict.Good(), judgement.at(), judgement.machineId())),
                with(newest, new Judgement(judgement.verdict(), judgement.at().minusSeconds(1), "machine-1")),
                with(newest, new Judgement(judgement.verdict(), judgement.at(), null)),
                with(granting(newest, grants.entitlements(), new Limits(501, -1, 0), 30), judgement),
                with(granting(newest, grants.entitlements(), new Limits(500, 0, 0), 30), judgement),
                with(granting(newest, grants.entitlements(), new Limits(500, -1, 1), 30), judgement),
                with(granting(newest, grants.entitlements(), grants.limits(), 31), judgement),
                with(granting(newest, Set.of("SSO_SAML"), grants.limits(), 30), judgement),
                with(
                        new Newest(
                                newest.issuedAt(),
                                new Grants(grants.entitlements(), grants.limits(), null, 30, License.State.USABLE)),
                        judgement),
                with(
                        new Newest(
                                newest.issuedAt(),
                                new Grants(
                                        grants.entitlements(),
                                        grants.limits(),
                                        grants.expiresAt(),
                                        30,
                                        License.State.BANNED)),
                        judgement));
    }

    private static Newest granting(Newest newest, Set<String> entitlements, Limits limits, int graceDays) {
        return new Newest(
                newest.issuedAt(),
                new Grants(entitlements, limits, newest.grants().expiresAt(), graceDays, License.State.USABLE));
    }

    private static KnownLicenses with(@Nullable Newest newest, @Nullable Judgement judgement) {
        Map<String, KnownLicense> byId = new HashMap<>(StoredSamples.KNOWN.byId());
        byId.put("license-1", new KnownLicense(newest, judgement));
        return new KnownLicenses(byId);
    }

    @ParameterizedTest
    @MethodSource("othersKnown")
    void decrypt_knownLicensesEdited_isUnreadable(KnownLicenses known) {
        LicenseRow row = cipher.encrypt(held("machine-1"), installation, KNOWN);

        assertThat(cipher.decrypt(row, installation, KnownLicenseRow.rows(known)))
                .isEmpty();
    }

    @Test
    void decrypt_certificateOfAnotherCommit_isUnreadable() {
        HeldLicense older = held("machine-1");
        HeldLicense newer = new HeldLicense(
                older.key(),
                "another certificate",
                older.mode(),
                older.machineId(),
                older.activatedAt(),
                older.verdict(),
                older.verdictAt(),
                older.attempts());
        LicenseRow row = cipher.encrypt(newer, installation, KNOWN);

        row.certificate = cipher.encrypt(older, installation, KNOWN).certificate;

        assertThat(cipher.decrypt(row, installation, KNOWN)).isEmpty();
    }

    @Test
    void decrypt_attemptsEdited_isTheLicense() {
        LicenseRow row = cipher.encrypt(held("machine-1"), installation, KNOWN);

        row.nextAttemptAt = NOW;
        row.failures = 3;
        row.refusedWith = "NAME_TOO_LONG";

        assertThat(cipher.decrypt(row, installation, KNOWN))
                .contains(held("machine-1").attempted(new Attempts(NOW, "good", 3, NOW, "NAME_TOO_LONG")));
    }

    @Test
    void decrypt_keyOfTheRingMissing_saysSo() {
        LicenseRow row = cipher.encrypt(held("machine-1"), installation, KNOWN);
        LicenseCipher other = new LicenseCipher(KeyRing.of(List.of("other:" + SECRET)));

        assertThatExceptionOfType(UnknownKeyException.class)
                .isThrownBy(() -> other.decrypt(row, installation, KNOWN))
                .withMessageContaining("'test'");
    }

    private static void swap(LicenseRow row) {
        byte[] key = row.licenseKey;
        row.licenseKey = row.certificate;
        row.certificate = key;
    }

    private static void swapTimes(InstallationRow row) {
        Instant signed = row.signedTime;
        row.signedTime = row.seenTime;
        row.seenTime = signed;
    }

    private static InstallationRow installation() {
        InstallationRow row = new InstallationRow();
        row.id = UUID.randomUUID();
        row.version = 7;
        row.signedTime = NOW.minusSeconds(1);
        row.seenTime = NOW;
        row.freshTime = NOW.minusSeconds(2);
        row.writeChallenge(new ClockChallenge("ABCDEFGHJKLMNPQR", NOW));
        return row;
    }
}
