package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.installation.LicenseRecord.Newest;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Refusal;
import java.time.Instant;
import java.util.Map;

/** Turns what is stored into evidence: the stored certificate counts only as far as it still verifies. */
final class EvidenceReader {

    private final CertificateVerifier verifier;

    EvidenceReader(CertificateVerifier verifier) {
        this.verifier = verifier;
    }

    Evidence read(StoredInstallation stored) {
        return switch (stored.holding()) {
            case Holding.None none -> new Evidence.None();
            case Holding.Unreadable unreadable ->
                new Evidence.Unproven(
                        null,
                        new LicensingProblem(
                                ProblemCode.STORED_LICENSE_EDITED,
                                "The stored license was changed by something else than this service.",
                                Map.of()));
            case HeldLicense held -> prove(held, stored);
        };
    }

    private Evidence prove(HeldLicense held, StoredInstallation stored) {
        Certificate certificate;
        try {
            certificate = verifier.verify(held.certificate(), held.key(), stored.fingerprint());
        } catch (Refusal refusal) {
            return new Evidence.Unproven(held, unverifiable(refusal));
        }
        Newest newest = stored.known().newest(certificate);
        return newest == null || counts(held, stored.known().rank(certificate))
                ? new Evidence.Proven(held, certificate)
                : new Evidence.Unproven(held, older(certificate.issuedAt(), newest.issuedAt()));
    }

    /** An older certificate counts where it was accepted as that, and still grants nothing that the newest does not. */
    private static boolean counts(HeldLicense held, LicenseRecords.Rank rank) {
        return switch (rank) {
            case NEWEST -> true;
            case OLDER_WITH_NO_MORE -> held.acceptedAsOlder();
            case OLDER_WITH_MORE -> false;
        };
    }

    private static LicensingProblem unverifiable(Refusal refusal) {
        return new LicensingProblem(
                ProblemCode.CERTIFICATE_UNVERIFIABLE,
                "The stored certificate does not verify any more: " + refusal.detail(),
                Map.of("check", refusal.code().code()));
    }

    private static LicensingProblem older(Instant issuedAt, Instant newest) {
        return new LicensingProblem(
                ProblemCode.CERTIFICATE_OLDER,
                "The stored certificate is older than one that was held before.",
                Map.of("issuedAt", issuedAt, "newestIssuedAt", newest));
    }
}
