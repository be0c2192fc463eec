package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.certificate.TestVendor.FINGERPRINT;
import static com.optymyse.inspire.licensing.certificate.TestVendor.KEY;
import static com.optymyse.inspire.licensing.installation.Held.T;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.LicenseState.Proven;
import com.optymyse.inspire.licensing.installation.LicenseState.Unproven;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.Verdict;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
            assertThat(unproven.problem().detail()).contains("no longer passes verification");
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
    void verify_sameTextAgain_isNotVerifiedAgain() {
        String pasted = "\n " + text + " \n";
        Certificate first = certificates.verify(pasted, KEY, FINGERPRINT, Set.of(CertificateKind.MACHINE));
        verifications.since();

        assertThat(certificates.verify(pasted, KEY, FINGERPRINT, Set.of(CertificateKind.MACHINE)))
                .isSameAs(first);
        assertThat(certificates.verify(text, KEY, FINGERPRINT)).isSameAs(first);
        assertThat(verifications.since()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void verify_ofAnotherKindThanIsRemembered_isRefusedAsTheVerifierDoes(CertificateKind other) {
        TestFile file = switch (other) {
            case LICENSE -> TestFile.machine();
            case MACHINE -> TestFile.license();
        };
        String verified = file.text();
        certificates.verify(verified, KEY, FINGERPRINT);
        verifications.since();

        Refusal refusal = refusalOf(() -> certificates.verify(verified, KEY, FINGERPRINT, Set.of(other)));

        assertThat(verifications.since()).isZero();
        Refusal expected = refusalOf(
                () -> new CertificateVerifier(TestVendor.anchors()).verify(verified, KEY, FINGERPRINT, Set.of(other)));
        assertThat(refusal.code()).isEqualTo(expected.code());
        assertThat(refusal.detail()).isEqualTo(expected.detail());
    }

    /** Nobody who reads the state waits while somebody else's file is verified. */
    @Test
    void state_whileAnotherFileIsVerified_doesNotWait() throws Exception {
        String pasted = issuedAfter(1).text();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CertificateVerifier verifier = new CertificateVerifier(TestVendor.anchors());
        CertificateCache cache = new CertificateCache((file, key, fingerprint, kinds) -> {
            if (file.equals(pasted)) {
                begun.countDown();
                awaitOf(go);
            }
            return verifier.verify(file, key, fingerprint, kinds);
        });
        CompletableFuture<Certificate> slow =
                CompletableFuture.supplyAsync(() -> cache.verify(pasted, KEY, FINGERPRINT), Thread::startVirtualThread);
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        try {
            assertThat(CompletableFuture.supplyAsync(
                            () -> cache.state(held, FINGERPRINT, KnownLicenses.NONE), Thread::startVirtualThread))
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isInstanceOf(Proven.class);
            assertThat(slow).isNotDone();
        } finally {
            go.countDown();
        }
        assertThat(slow).succeedsWithin(Duration.ofSeconds(30));
    }

    private static void awaitOf(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Refusal refusalOf(ThrowingCallable verification) {
        return catchThrowableOfType(Refusal.class, verification);
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
