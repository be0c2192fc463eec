package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.certificate.TestVendor.FINGERPRINT;
import static com.optymyse.inspire.licensing.certificate.TestVendor.KEY;
import static com.optymyse.inspire.licensing.installation.Held.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.installation.LicenseState.Proven;
import com.optymyse.inspire.licensing.installation.LicenseState.Unproven;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.Verdict;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificateCacheTest {

    private static final LicenseKey OTHER_KEY = new LicenseKey("4D2A17-90C3BE-7F65E8-1B44D9-0C8A3F-V4");

    private final CountedVerifications verifications = new CountedVerifications();
    private final CertificateCache certificates = verifications.certificates();
    private final Certificate certificate = issuedAfter(0);
    private final String text = certificate.text();
    private final HeldLicense held = held(certificate);

    @Test
    void state_sameAgain_isNotVerifiedAgain() {
        LicenseState first = state(held, FINGERPRINT);
        assertThat(verifications.since()).isEqualTo(1);

        LicenseState second = state(held, FINGERPRINT);

        assertThat(first).isInstanceOf(Proven.class);
        assertThat(second).isEqualTo(first);
        assertThat(second.certificate()).isSameAs(first.certificate());
        assertThat(verifications.since()).isZero();
    }

    @Test
    void state_anotherTextKeyOrFingerprint_isVerifiedAgain() {
        state(held, FINGERPRINT);
        verifications.since();

        assertThat(state(held(issuedAfter(1)), FINGERPRINT)).isInstanceOf(Proven.class);
        assertThat(verifications.since()).isEqualTo(1);
        assertThat(state(held, "another-fingerprint")).isInstanceOf(Unproven.class);
        assertThat(verifications.since()).isEqualTo(1);
        assertThat(state(withKey(OTHER_KEY), FINGERPRINT)).isInstanceOf(Unproven.class);
        assertThat(verifications.since()).isEqualTo(1);
        assertThat(state(held, FINGERPRINT)).isInstanceOf(Proven.class);
        assertThat(verifications.since()).isEqualTo(1);
    }

    @Test
    void state_refused_isRememberedUntilItDiffers() {
        LicenseState refused = state(held, "another-fingerprint");

        assertThat(state(held, "another-fingerprint")).isEqualTo(refused);
        assertThat(verifications.since()).isEqualTo(1);
        assertThat(refused).isInstanceOfSatisfying(Unproven.class, unproven -> {
            assertThat(unproven.held()).isEqualTo(held);
            assertThat(unproven.problem().code()).isEqualTo(ProblemCode.CERTIFICATE_UNVERIFIABLE);
            assertThat(unproven.problem().detail()).contains("does not verify");
            assertThat(unproven.problem().values()).isEqualTo(Map.of("check", "license-file-not-opened"));
        });
        assertThat(state(held, FINGERPRINT)).isInstanceOf(Proven.class);
    }

    @Test
    void state_whatIsKnownChanges_isComparedAndNotVerifiedAgain() {
        Certificate newer = TestFile.machine()
                .withAttributes(attributes -> attributes.withObject("/metadata").put("maxDisplays", 1))
                .lasting(T.plusMillis(1), null)
                .certificate();
        state(held, FINGERPRINT);
        verifications.since();

        assertThat(certificates.state(held, FINGERPRINT, KnownLicenses.NONE.holding(newer)))
                .isInstanceOf(Unproven.class);
        assertThat(state(held, FINGERPRINT)).isInstanceOf(Proven.class);
        assertThat(verifications.since()).isZero();
    }

    @Test
    void state_afterItWasVerifiedForAnOperation_isNotVerifiedAgain() {
        Certificate verified = certificates.verify(text, KEY, FINGERPRINT);
        verifications.since();

        assertThat(state(held, FINGERPRINT).certificate()).isSameAs(verified);
        assertThat(verifications.since()).isZero();
    }

    @Test
    void state_operationsVerifyOthers_isStillRemembered() {
        state(held, FINGERPRINT);
        certificates.verify(issuedAfter(1).text(), KEY, FINGERPRINT);
        certificates.verify(issuedAfter(2).text(), KEY, FINGERPRINT);
        verifications.since();

        state(held, FINGERPRINT);

        assertThat(verifications.since()).isZero();
    }

    @Test
    void verify_textKeyAndFingerprintOfTheLicenseHeld_isNotVerifiedAgain() {
        LicenseState present = state(held, FINGERPRINT);
        verifications.since();

        assertThat(certificates.verify(text, KEY, FINGERPRINT)).isSameAs(present.certificate());
        assertThat(verifications.since()).isZero();
    }

    @Test
    void verify_refusedForAnotherKeyOrFingerprint_isRefusedEachTime() {
        certificates.verify(text, KEY, FINGERPRINT);
        state(held, "another-fingerprint");

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> certificates.verify(text, OTHER_KEY, FINGERPRINT));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> certificates.verify(text, KEY, "another-fingerprint"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> certificates.verify(text, KEY, "another-fingerprint"));
    }

    /** What stands around a pasted file is not stored. */
    @Test
    void verify_pastedWithBlanksAround_isRememberedAsItIsStored() {
        Certificate pasted =
                certificates.verify("\n " + text + " \n", KEY, FINGERPRINT, Set.of(CertificateKind.MACHINE));
        verifications.since();

        assertThat(state(held(pasted), FINGERPRINT).certificate()).isSameAs(pasted);
        assertThat(verifications.since()).isZero();
    }

    @Test
    void verify_ofKinds_isVerifiedEachTime() {
        certificates.verify(text, KEY, FINGERPRINT);
        verifications.since();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> certificates.verify(text, KEY, FINGERPRINT, Set.of(CertificateKind.LICENSE)));
        assertThat(verifications.since()).isEqualTo(1);
    }

    private LicenseState state(HeldLicense license, String fingerprint) {
        return certificates.state(license, fingerprint, KnownLicenses.NONE);
    }

    private static Certificate issuedAfter(int millis) {
        return TestFile.machine().lasting(T.plusMillis(millis), null).certificate();
    }

    private static HeldLicense held(Certificate certificate) {
        return Held.online(certificate, new Verdict.Good());
    }

    private HeldLicense withKey(LicenseKey key) {
        return new HeldLicense(
                key,
                held.certificate(),
                held.mode(),
                held.machineId(),
                held.activatedAt(),
                held.verdict(),
                held.verdictAt(),
                held.attempts());
    }
}
