package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Whoever tells a refusal in another language has the times and names of its sentence. */
class RefusalFactsTest {

    private static final LicenseKey OTHER_KEY = new LicenseKey("AAAAAA-BBBBBB-CCCCCC-V3");
    private static final Instant LICENSE_END = Instant.parse("2027-06-30T00:00:00Z");
    private static final Instant FILE_END = TestVendor.ISSUED.plus(Duration.ofDays(14));

    @Test
    void values_fileOver_sayWhenItEnded() {
        Certificate certificate = TestFile.machine().certificate();

        assertThat(values(() -> certificate.requireCurrent(FILE_END))).isEqualTo(Map.of("endsAt", FILE_END.toString()));
        assertThat(values(() -> certificate.requireCurrent(LICENSE_END)))
                .isEqualTo(Map.of("endsAt", FILE_END.toString(), "expiresAt", LICENSE_END.toString()));
    }

    @Test
    void values_licenseOver_sayWhenItEnded() {
        Certificate endless =
                TestFile.machine().lasting(TestVendor.ISSUED, null).certificate();

        assertThat(values(() -> endless.requireCurrent(LICENSE_END)))
                .isEqualTo(Map.of("expiresAt", LICENSE_END.toString()));
    }

    @Test
    void values_clockSetBack_sayBothTimes() {
        Instant now = TestVendor.ISSUED.minus(Duration.ofHours(1));

        assertThat(values(() -> TestFile.machine().certificate().requireIssuedBy(now)))
                .isEqualTo(Map.of("issuedAt", TestVendor.ISSUED.toString(), "time", now.toString()));
    }

    @Test
    void values_notOpened_sayTheKindAndTheFingerprint() {
        assertThat(values(() ->
                        TestVendor.verifier().verify(TestFile.machine().text(), OTHER_KEY, TestVendor.FINGERPRINT)))
                .isEqualTo(Map.of("kind", "machine", "fingerprint", TestVendor.FINGERPRINT));
    }

    @Test
    void values_openForAnotherKey_sayThatItIsTheKey() {
        assertThat(values(() -> TestVendor.verifier()
                        .verify(TestFile.machine().base64().text(), OTHER_KEY, TestVendor.FINGERPRINT)))
                .isEqualTo(Map.of("cause", "another-key"));
    }

    @Test
    void values_ofAnotherMachine_sayThisFingerprint() {
        assertThat(values(() -> TestVendor.verifier()
                        .verify(TestFile.machine().base64().text(), TestVendor.KEY, "another-fingerprint")))
                .isEqualTo(Map.of("fingerprint", "another-fingerprint"));
        assertThat(values(() -> CertificateVerifier.requireKind(
                        CertificateKind.LICENSE, Set.of(CertificateKind.MACHINE), TestVendor.FINGERPRINT)))
                .isEqualTo(Map.of("kind", "license", "fingerprint", TestVendor.FINGERPRINT));
    }

    @Test
    void values_ofTheVendorsRules_sayTheFingerprintAndTheEnd() {
        Set<CertificateKind> kinds = EnumSet.allOf(CertificateKind.class);
        Certificate certificate = TestFile.machine().certificate();
        Instant end = TestVendor.ISSUED.plus(Duration.ofDays(1));

        assertThat(values(() -> new OfflineFiles(kinds, null, true)
                        .require(certificate, TestVendor.FINGERPRINT, TestVendor.ISSUED)))
                .isEqualTo(Map.of("fingerprint", TestVendor.FINGERPRINT));
        assertThat(values(() -> new OfflineFiles(kinds, Duration.ofDays(1), false)
                        .require(certificate, TestVendor.FINGERPRINT, end)))
                .isEqualTo(Map.of("issuedAt", TestVendor.ISSUED.toString(), "endsAt", end.toString()));
    }

    private static Map<String, Object> values(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        refusal.values()
                .values()
                .forEach(value -> assertThat(refusal.detail())
                        .satisfiesAnyOf(
                                detail -> assertThat(detail).contains(value.toString()),
                                detail -> assertThat(value).isIn("machine", "license", "another-key")));
        return refusal.values();
    }
}
