package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.license.Refusal;
import java.time.Instant;

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
                new Evidence.Unproven(null, "The stored license was changed by something else than this service.");
            case HeldLicense held -> prove(held, stored);
        };
    }

    private Evidence prove(HeldLicense held, StoredInstallation stored) {
        Certificate certificate;
        try {
            certificate = verifier.verify(held.certificate(), held.key(), stored.fingerprint());
        } catch (Refusal refusal) {
            return new Evidence.Unproven(held, "The stored certificate does not verify any more: " + refusal.detail());
        }
        Instant floor = stored.issuedFloors().get(certificate.license().id());
        if (floor != null && certificate.issuedAt().isBefore(floor)) {
            return new Evidence.Unproven(held, "The stored certificate is older than one that was held before.");
        }
        return new Evidence.Proven(held, certificate);
    }
}
