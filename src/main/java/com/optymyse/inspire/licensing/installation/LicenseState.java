package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.KnownLicense.Newest;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The license of this installation, with its verified certificate or the reason why there is none. */
public sealed interface LicenseState {

    /** No license is held. */
    record None() implements LicenseState {}

    /** A license is stored, but its row can't be decrypted: something else than this service has changed it. */
    record Unreadable() implements LicenseState {}

    /** A license is held, whether its certificate counts or not. */
    sealed interface Held extends LicenseState {

        @Override
        HeldLicense held();

        /**
         * The same state after the licensing server was asked: the certificate is still that one, and counts as it did.
         *
         * @param next the license after it
         */
        Held with(HeldLicense next);
    }

    /**
     * A license is held, but its certificate does not count.
     *
     * @param held the license
     * @param problem why the certificate does not count
     */
    record Unproven(HeldLicense held, LicensingProblem problem) implements Held {

        @Override
        public Held with(HeldLicense next) {
            return new Unproven(next, problem);
        }
    }

    /**
     * A license is held, and a certificate that the vendor signed proves it.
     *
     * @param held the license
     * @param certificate the certificate that {@link HeldLicense#certificate()} is the text of
     */
    record Proven(HeldLicense held, Certificate certificate) implements Held {

        public Proven {
            if (!held.certificate().equals(certificate.text())) {
                throw new IllegalArgumentException("A license is proven by its own certificate.");
            }
        }

        @Override
        public Held with(HeldLicense next) {
            return new Proven(next, certificate);
        }
    }

    /** The license held; null when none is held, or when its row does not open. */
    default @Nullable HeldLicense held() {
        return null;
    }

    /** The certificate that proves the license; null when none does. */
    default @Nullable Certificate certificate() {
        return null;
    }

    /**
     * The state of a license whose certificate was verified. It is unproven when a newer certificate of the same license was
     * held before, unless the certificate was accepted as older and grants nothing that the newest does not. Where another
     * version of the service has stored it with something around it, the state has it as this one stores it.
     *
     * @param certificate the certificate of the license
     * @param known what is known of licenses at the same moment
     */
    static Held of(HeldLicense held, Certificate certificate, KnownLicenses known) {
        HeldLicense proven = held.certifiedBy(certificate);
        Newest newest = known.newest(certificate);
        boolean counts = switch (known.rank(certificate)) {
            case NEWEST -> true;
            case OLDER_WITH_NO_MORE -> held.acceptedAsOlder();
            case OLDER_WITH_MORE -> false;
        };
        return newest == null || counts
                ? new Proven(proven, certificate)
                : new Unproven(held, older(certificate, newest));
    }

    private static LicensingProblem older(Certificate certificate, Newest newest) {
        return new LicensingProblem(
                ProblemCode.CERTIFICATE_OLDER,
                "The stored certificate is older than one that was held before.",
                Map.of("issuedAt", certificate.issuedAt(), "newestIssuedAt", newest.issuedAt()));
    }
}
