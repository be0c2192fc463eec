package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.EntitlementCatalog;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Accepts or refuses a license file that an admin brought. Looks at nothing but the file, the state and the clock. */
@ApplicationScoped
public class OfflineActivation {

    /**
     * What an admin brought.
     *
     * @param key the license key
     * @param file the license file's text
     * @param acceptOlder whether a file older than one held before may take its place
     */
    public record Brought(LicenseKey key, String file, boolean acceptOlder) {

        /** Prints neither. */
        @Override
        public String toString() {
            return "Brought[acceptOlder=" + acceptOlder + "]";
        }
    }

    private final CertificateVerifier verifier;
    private final TrustAnchors trust;
    private final Clock clock;

    public OfflineActivation(CertificateVerifier verifier, TrustAnchors trust, Clock clock) {
        this.verifier = verifier;
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * The certificate in the file, when it may be activated here and now.
     *
     * @throws Refusal saying why it may not
     */
    public Certificate accept(Brought brought, StoredInstallation before) {
        Certificate certificate =
                verifier.verify(brought.file(), brought.key(), before.fingerprint(), trust.offlineKinds());
        requireKnownTime(before);
        requirePast(certificate, before);
        // A certificate issued later than all before tells the time, too: it heals a clock that was once far ahead.
        certificate.requireCurrent(
                before.marks().afterCertificate(certificate.issuedAt()).effective(clock.instant()));
        requireEntitled(certificate);
        requireNewest(certificate, brought, before);
        return certificate;
    }

    private static void requireKnownTime(StoredInstallation before) {
        if (!before.marks().vouched()) {
            throw new Refusal(
                    RefusalCode.CLOCK_SET_BACK,
                    "The latest known time was changed in the database by something else than this service, so that it"
                            + " is not certain whether this license file still counts. Activate a license online once,"
                            + " or begin with an empty database and a license file for its new fingerprint.");
        }
    }

    private void requirePast(Certificate certificate, StoredInstallation before) {
        certificate.requireIssuedBy(before.marks().effective(clock.instant()));
    }

    private static void requireEntitled(Certificate certificate) {
        certificate.requireEntitlementsNamed();
        if (!certificate.entitlements().containsKey(EntitlementCatalog.OFFLINE_LICENSING)) {
            throw new Refusal(
                    RefusalCode.OFFLINE_NOT_ENTITLED,
                    "This license does not include " + EntitlementCatalog.OFFLINE_LICENSING
                            + ". Activate it online, or ask your account manager for offline licensing.");
        }
    }

    private static void requireNewest(Certificate certificate, Brought brought, StoredInstallation before) {
        Instant floor = before.issuedFloors().get(certificate.license().id());
        if (floor != null && certificate.issuedAt().isBefore(floor) && !brought.acceptOlder()) {
            throw new Refusal(
                    RefusalCode.LICENSE_FILE_OLDER,
                    "This license file was issued on " + certificate.issuedAt() + ", but one of " + floor
                            + " was activated before. Use the newer one, or accept the older.");
        }
    }
}
