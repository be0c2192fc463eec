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

import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import com.optymyse.inspire.licensing.installation.Holding;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.postgres.KeyRing.UnknownKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LicenseSealTest {

    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final Map<String, Instant> FLOORS = Map.of("license-1", NOW);

    private final KeyRing ring = KeyRing.of(List.of("test:" + SECRET));
    private final LicenseSeal seal = new LicenseSeal(ring);
    private final InstallationRow installation = installation();

    @Test
    void open_asSealed_isTheLicense() {
        LicenseRow row = seal.seal(held("machine-1"), installation, FLOORS);

        assertThat(seal.open(row, installation, FLOORS)).isEqualTo(held("machine-1"));
    }

    @Test
    void seal_always_hidesKeyAndCertificate() {
        LicenseRow row = seal.seal(held("machine-1"), installation, FLOORS);

        assertThat(new String(row.licenseKey, ISO_8859_1)).doesNotContain(KEY.value());
        assertThat(new String(row.certificate, ISO_8859_1)).doesNotContain(CERTIFICATE);
    }

    @Test
    void seal_timesFinerThanTheDatabases_opensAfterRounding() {
        Instant fine = NOW.plusNanos(1_999);
        HeldLicense held = held("machine-1").judged(new Verdict.Suspended(), fine, Attempts.NEVER);

        LicenseRow row = seal.seal(held, installation, Map.of("license-1", fine));

        assertThat(row.verdictAt).isEqualTo(NOW.plusNanos(1_000));
        assertThat(seal.open(row, installation, Map.of("license-1", NOW.plusNanos(1_000))))
                .isInstanceOf(HeldLicense.class);
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
                Named.of("key", row -> row.licenseKey = new byte[64]),
                Named.of("certificate", row -> row.certificate = row.licenseKey),
                Named.of("both swapped", LicenseSealTest::swap),
                Named.of("installation", row -> row.installationId = UUID.randomUUID()));
    }

    @ParameterizedTest
    @MethodSource("editsOfTheRow")
    void open_rowEdited_isUnreadable(Consumer<LicenseRow> edit) {
        HeldLicense refused = held("machine-1").judged(new Verdict.Refused("OVERDUE"), NOW, Attempts.NEVER);
        LicenseRow row = seal.seal(refused, installation, FLOORS);

        edit.accept(row);

        assertThat(seal.open(row, installation, FLOORS)).isEqualTo(new Holding.Unreadable());
    }

    /** Its seal tells that nobody has edited it: then it is no reason to take a license for edited. */
    @ParameterizedTest
    @CsvSource({"verdict, paused", "mode, hybrid"})
    void open_rowOfANewerVersion_saysSoAsOfAnUnknownKey(String column, String value) {
        LicenseRow row = seal.seal(held("machine-1"), installation, FLOORS);

        row.verdict = column.equals("verdict") ? value : row.verdict;
        row.mode = column.equals("mode") ? value : row.mode;
        row.licenseKey = ring.seal(
                KEY.value().getBytes(US_ASCII),
                LicenseSeal.keyData(row, installation, FLOORS, CERTIFICATE.getBytes(UTF_8)));

        assertThatExceptionOfType(UnknownKeyException.class)
                .isThrownBy(() -> seal.open(row, installation, FLOORS))
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
                Named.of("times swapped", LicenseSealTest::swapTimes));
    }

    @ParameterizedTest
    @MethodSource("editsOfTheInstallation")
    void open_installationEdited_isUnreadable(Consumer<InstallationRow> edit) {
        LicenseRow row = seal.seal(held("machine-1"), installation, FLOORS);

        edit.accept(installation);

        assertThat(seal.open(row, installation, FLOORS)).isEqualTo(new Holding.Unreadable());
    }

    static List<Map<String, Instant>> otherFloors() {
        return List.of(
                Map.of(),
                Map.of("license-2", NOW),
                Map.of("license-1", NOW.minusSeconds(1)),
                Map.of("license-1", NOW, "license-2", NOW));
    }

    @ParameterizedTest
    @MethodSource("otherFloors")
    void open_floorsEdited_isUnreadable(Map<String, Instant> floors) {
        LicenseRow row = seal.seal(held("machine-1"), installation, FLOORS);

        assertThat(seal.open(row, installation, floors)).isEqualTo(new Holding.Unreadable());
    }

    @Test
    void open_certificateOfAnotherCommit_isUnreadable() {
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
        LicenseRow row = seal.seal(newer, installation, FLOORS);

        row.certificate = seal.seal(older, installation, FLOORS).certificate;

        assertThat(seal.open(row, installation, FLOORS)).isEqualTo(new Holding.Unreadable());
    }

    @Test
    void open_attemptsEdited_isTheLicense() {
        LicenseRow row = seal.seal(held("machine-1"), installation, FLOORS);

        row.nextAttemptAt = NOW;
        row.failures = 3;
        row.refusedWith = "NAME_TOO_LONG";

        assertThat(seal.open(row, installation, FLOORS))
                .isEqualTo(held("machine-1").attempted(new Attempts(NOW, "good", 3, NOW, "NAME_TOO_LONG")));
    }

    @Test
    void open_keyOfTheRingMissing_saysSo() {
        LicenseRow row = seal.seal(held("machine-1"), installation, FLOORS);
        LicenseSeal other = new LicenseSeal(KeyRing.of(List.of("other:" + SECRET)));

        assertThatExceptionOfType(UnknownKeyException.class)
                .isThrownBy(() -> other.open(row, installation, FLOORS))
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
        return row;
    }
}
