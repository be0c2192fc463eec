package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies certificates, each once while it is in use. It remembers two: that of the license held, and the last one that was
 * verified for an operation, which may become the former. A result counts for exactly the text, the license key and the
 * fingerprint that were verified, and for that text without what was pasted around it; the trust is that of the verifier, which
 * never changes.
 */
@ApplicationScoped
public class CertificateCache {

    /** As {@link CertificateVerifier#verify(String, LicenseKey, String, Set)}. */
    @FunctionalInterface
    interface Verification {

        Certificate verify(String text, LicenseKey key, String fingerprint, Set<CertificateKind> kinds);
    }

    /** Everything that a verification depends on, beside the trust. */
    private record Input(String text, LicenseKey key, String fingerprint) {}

    private sealed interface Result {

        boolean isOf(Input asked);

        /** @param input the text as it was pasted; the certificate's own text, which is what is stored, counts as well */
        record Verified(Input input, Certificate certificate) implements Result {

            @Override
            public boolean isOf(Input asked) {
                return asked.equals(input)
                        || asked.equals(new Input(certificate.text(), input.key(), input.fingerprint()));
            }
        }

        record Refused(Input input, LicensingProblem problem) implements Result {

            @Override
            public boolean isOf(Input asked) {
                return asked.equals(input);
            }
        }
    }

    private static final Set<CertificateKind> EITHER_KIND = Set.of(CertificateKind.values());

    private final Verification verification;

    // No lock: nobody waits while a large file is verified. Of two verified at once the last is remembered.
    private volatile @Nullable Result held;
    private volatile Result.@Nullable Verified candidate;

    @Inject
    public CertificateCache(CertificateVerifier verifier) {
        this(verifier::verify);
    }

    CertificateCache(Verification verification) {
        this.verification = verification;
    }

    /**
     * Verifies a file of either kind, or returns what was verified before.
     *
     * @throws Refusal as {@link CertificateVerifier#verify(String, LicenseKey, String)} does
     */
    public Certificate verify(String text, LicenseKey key, String fingerprint) {
        return verify(text, key, fingerprint, EITHER_KIND);
    }

    /**
     * Verifies a file of one of the given kinds, or returns what was verified before if it is of one of them.
     *
     * @throws Refusal as {@link CertificateVerifier#verify(String, LicenseKey, String, Set)} does
     */
    public Certificate verify(String text, LicenseKey key, String fingerprint, Set<CertificateKind> kinds) {
        Input input = new Input(text, key, fingerprint);
        if (remembered(input) instanceof Result.Verified(var same, Certificate certificate)) {
            CertificateVerifier.requireKind(certificate.kind(), kinds, fingerprint);
            return certificate;
        }
        Certificate certificate = verification.verify(text, key, fingerprint, kinds);
        candidate = new Result.Verified(input, certificate);
        return certificate;
    }

    /**
     * The state of a license held. A refusal of its certificate is remembered as well.
     *
     * @param fingerprint the fingerprint of the installation
     * @param known what is known of licenses at the same moment
     */
    public LicenseState.Held state(HeldLicense license, String fingerprint, KnownLicenses known) {
        Input input = new Input(license.certificate(), license.key(), fingerprint);
        Result result = remembered(input);
        if (result == null) {
            result = result(input);
        }
        held = result;
        return switch (result) {
            case Result.Verified(var same, Certificate certificate) -> LicenseState.of(license, certificate, known);
            case Result.Refused(var same, LicensingProblem problem) -> new LicenseState.Unproven(license, problem);
        };
    }

    private @Nullable Result remembered(Input input) {
        Result present = held;
        if (present != null && present.isOf(input)) {
            return present;
        }
        Result.Verified last = candidate;
        return last != null && last.isOf(input) ? last : null;
    }

    private Result result(Input input) {
        try {
            return new Result.Verified(
                    input, verification.verify(input.text(), input.key(), input.fingerprint(), EITHER_KIND));
        } catch (Refusal refusal) {
            return new Result.Refused(
                    input,
                    new LicensingProblem(
                            ProblemCode.CERTIFICATE_UNVERIFIABLE,
                            "The stored certificate no longer passes verification: " + refusal.detail(),
                            Map.of("check", refusal.code().code())));
        }
    }
}
