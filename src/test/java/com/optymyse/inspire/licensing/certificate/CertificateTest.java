package com.optymyse.inspire.licensing.certificate;

import static com.optymyse.inspire.licensing.certificate.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Limits;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTest {

    private static final Instant FILE_END = Instant.parse("2026-11-15T10:00:00Z");
    private static final Instant LICENSE_END = Instant.parse("2027-06-30T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-03T10:00:00Z");

    @Test
    void machineFile_saysWhatTheVendorWrote() {
        Certificate certificate = TestFile.machine().certificate();

        assertThat(certificate.kind()).isEqualTo(CertificateKind.MACHINE);
        assertThat(certificate.machineId()).isEqualTo("22222222-0000-4000-8000-000000000002");
        assertThat(certificate.fingerprint()).isEqualTo(TestVendor.FINGERPRINT);
        assertThat(certificate.issuedAt()).isEqualTo(TestVendor.ISSUED);
        assertThat(certificate.expiresAt()).isEqualTo(FILE_END);
        assertThat(certificate.license().id()).isEqualTo("11111111-0000-4000-8000-000000000001");
        assertThat(certificate.license().account()).isEqualTo(TestVendor.ACCOUNT);
        assertThat(certificate.license().product()).isEqualTo(TestVendor.PRODUCT);
        assertThat(certificate.license().key()).isEqualTo(TestVendor.KEY);
        assertThat(certificate.license().expiresAt()).isEqualTo(LICENSE_END);
        assertThat(certificate.license().terms().limits()).isEqualTo(new Limits(500, -1, 10_000));
    }

    @Test
    void licenseFile_namesNoMachine() {
        Certificate certificate = TestFile.license().certificate();

        assertThat(certificate.kind()).isEqualTo(CertificateKind.LICENSE);
        assertThat(certificate.machineId()).isNull();
        assertThat(certificate.fingerprint()).isNull();
        assertThat(certificate.license().id()).isEqualTo("11111111-0000-4000-8000-000000000001");
    }

    @Test
    void entitlements_cannotBeAddedTo() {
        Certificate certificate = TestFile.machine().certificate();

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> certificate.entitlements().put("MFA", "Free of charge"));
    }

    @Test
    void sha256_anyPaste_isThatOfTheFileAsTheVendorWroteIt() throws NoSuchAlgorithmException {
        String text = TestFile.machine().text();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));

        Certificate pasted = TestVendor.verify("\uFEFF \r\n" + text.replace("\n", "\r\n") + "\t");

        assertThat(pasted.text()).isEqualTo(text);
        assertThat(pasted.sha256()).isEqualTo(HexFormat.of().formatHex(hash));
    }

    @Test
    void toString_isNotTheFile() {
        assertThat(TestFile.license().base64().certificate()).asString().doesNotContain("BEGIN");
    }

    @Test
    void requireCurrent_withinAllTimes_passes() {
        Certificate certificate = TestFile.machine().certificate();

        assertThatCode(() -> certificate.requireCurrent(NOW)).doesNotThrowAnyException();
    }

    @Test
    void requireCurrent_issuedAheadWithinTolerance_passes() {
        Certificate certificate = TestFile.machine().certificate();

        assertThatCode(() -> certificate.requireCurrent(TestVendor.ISSUED.minus(Duration.ofMinutes(5))))
                .doesNotThrowAnyException();
    }

    @Test
    void requireCurrent_issuedFartherAhead_saysThatTheClockWasSetBack() {
        Certificate certificate = TestFile.machine().certificate();
        Instant now = TestVendor.ISSUED.minus(Duration.ofMinutes(5)).minusNanos(1);

        assertRefused(RefusalCode.CLOCK_SET_BACK, () -> certificate.requireCurrent(now))
                .contains("2026-11-01T10:00:00Z", now.toString());
    }

    @Test
    void requireCurrent_justBeforeTheFilesEnd_passes() {
        Certificate certificate = TestFile.machine().certificate();

        assertThatCode(() -> certificate.requireCurrent(FILE_END.minusNanos(1))).doesNotThrowAnyException();
    }

    @Test
    void requireCurrent_atTheFilesEnd_saysThatTheFileExpired() {
        Certificate certificate = TestFile.machine().certificate();

        assertRefused(RefusalCode.LICENSE_FILE_EXPIRED, () -> certificate.requireCurrent(FILE_END))
                .contains("2026-11-15T10:00:00Z");
    }

    @Test
    void requireCurrent_fileWithoutEnd_passesUntilTheLicensesOwn() {
        Certificate certificate =
                TestFile.machine().lasting(TestVendor.ISSUED, null).certificate();

        assertThatCode(() -> certificate.requireCurrent(LICENSE_END.minusNanos(1)))
                .doesNotThrowAnyException();
        assertRefused(RefusalCode.LICENSE_EXPIRED, () -> certificate.requireCurrent(LICENSE_END))
                .contains("2027-06-30T00:00:00Z");
    }

    @Test
    void requireCurrent_licenseEndedThoughTheFileHasNot_saysThatTheLicenseExpired() {
        Certificate certificate = TestFile.machine()
                .withAttributes(attributes -> attributes.put("expiry", "2026-11-02T00:00:00.000Z"))
                .certificate();

        assertRefused(RefusalCode.LICENSE_EXPIRED, () -> certificate.requireCurrent(NOW));
    }

    @Test
    void requireCurrent_perpetualLicenseInAFileWithoutEnd_passesForever() {
        Certificate certificate = TestFile.machine()
                .lasting(TestVendor.ISSUED, null)
                .withAttributes(attributes -> attributes.putNull("expiry"))
                .certificate();

        assertThatCode(() -> certificate.requireCurrent(Instant.parse("2999-01-01T00:00:00Z")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "SUSPENDED, false, LICENSE_SUSPENDED",
        "ACTIVE, true, LICENSE_SUSPENDED",
        "BANNED, false, LICENSE_BANNED",
        "BANNED, true, LICENSE_BANNED"
    })
    void requireCurrent_licenseTakenBack_isRefused(String status, boolean suspended, RefusalCode code) {
        Certificate certificate = TestFile.machine()
                .withAttributes(attributes -> attributes.put("status", status).put("suspended", suspended))
                .certificate();

        assertRefused(code, () -> certificate.requireCurrent(NOW)).contains("Contact the vendor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"INACTIVE", "EXPIRING", "EXPIRED", "SOMETHING_NEW"})
    void requireCurrent_otherStatus_isNoRefusal(String status) {
        Certificate certificate = TestFile.machine()
                .withAttributes(attributes -> attributes.put("status", status))
                .certificate();

        assertThat(certificate.license().state()).isEqualTo(License.State.USABLE);
        assertThatCode(() -> certificate.requireCurrent(NOW)).doesNotThrowAnyException();
    }

    @Test
    void requireEntitlementsNamed_machineFileWithoutThem_isIncomplete() {
        Certificate certificate = withoutEntitlements(TestFile.machine()).certificate();

        assertRefused(RefusalCode.LICENSE_FILE_INCOMPLETE, certificate::requireEntitlementsNamed)
                .contains("include=license,license.entitlements");
    }

    @Test
    void requireEntitlementsNamed_licenseFileWithoutThem_isIncomplete() {
        Certificate certificate = withoutEntitlements(TestFile.license()).certificate();

        assertRefused(RefusalCode.LICENSE_FILE_INCOMPLETE, certificate::requireEntitlementsNamed)
                .contains("include=entitlements");
    }

    @Test
    void requireEntitlementsNamed_fileThatNamesNone_holds() {
        Certificate certificate = withoutEntitlements(TestFile.machine())
                .withLicense(license ->
                        license.withObject("/relationships/entitlements").putArray("data"))
                .certificate();

        assertThatCode(certificate::requireEntitlementsNamed).doesNotThrowAnyException();
        assertThat(certificate.entitlements()).isEmpty();
    }

    private static TestFile withoutEntitlements(TestFile file) {
        return file.with(root -> {
            List<JsonNode> kept = new ArrayList<>();
            root.path("included").forEach(kept::add);
            kept.removeIf(resource -> resource.path("type").asText().equals(EntitlementObject.TYPE));
            root.putArray("included").addAll(kept);
        });
    }

    @Test
    void checkedOutBefore_machineFile_isWhatItsMachineSays() {
        assertThat(checkedOutBefore("\"2026-10-31T10:00:00.123Z\""))
                .isEqualTo(Instant.parse("2026-10-31T10:00:00.123Z"));
        assertThat(checkedOutBefore("null")).isNull();
    }

    /** Older servers leave it out, and a license file has no machine. */
    @Test
    void checkedOutBefore_notSaid_isNull() {
        assertThat(TestFile.machine().certificate().checkedOutBefore()).isNull();
        assertThat(TestFile.license().certificate().checkedOutBefore()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"yesterday\""})
    void checkedOutBefore_noTime_isMalformed(String value) {
        assertRefused(RefusalCode.LICENSE_FILE_MALFORMED, () -> checkedOutBefore(value));
    }

    private static @Nullable Instant checkedOutBefore(String json) {
        return TestFile.machine()
                .json(good -> new String(good, StandardCharsets.UTF_8)
                        .replace("\"name\":\"Küche ✓\"", "\"lastCheckOut\":" + json)
                        .getBytes(StandardCharsets.UTF_8))
                .certificate()
                .checkedOutBefore();
    }
}
