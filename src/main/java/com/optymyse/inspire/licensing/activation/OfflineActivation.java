package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.installation.CertificateCache;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.EntitlementCatalog;
import com.optymyse.inspire.licensing.license.EntitlementCodes;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Accepts or refuses a license file that an admin brought. Looks at nothing but the file, the state and the clock. */
@ApplicationScoped
public class OfflineActivation {

    /** The license key that an admin brought, and the text of the license file. */
    public record Brought(PastedKey key, String file) {

        /** Prints neither. */
        @Override
        public String toString() {
            return "Brought[]";
        }
    }

    private final CertificateCache certificates;
    private final TrustAnchors trust;
    private final Clock clock;

    public OfflineActivation(CertificateCache certificates, TrustAnchors trust, Clock clock) {
        this.certificates = certificates;
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * A license file that may be activated.
     *
     * @param certificate what it proves
     * @param key the key that has opened it
     */
    public record Accepted(Certificate certificate, LicenseKey key) {}

    /**
     * The certificate in the file, when it may be activated here and now.
     *
     * @throws Refusal saying why it may not
     */
    public Accepted accept(Brought brought, StoredInstallation before) {
        return brought.key().tried(key -> accept(key, brought.file(), before));
    }

    private Accepted accept(LicenseKey key, String file, StoredInstallation before) {
        Certificate certificate = certificates.verify(file, key, before.fingerprint(), trust.offlineKinds());
        requireKnownTime(before);
        requirePast(certificate, before);
        // A file that names the challenge of this installation heals a clock that was once far ahead.
        Instant now = before.marks().afterCertificate(certificate).effective(clock.instant());
        certificate.requireCurrent(now);
        requireEntitled(certificate);
        trust.offline().require(certificate, before.fingerprint(), now);
        requireNothingAgainst(certificate, before);
        requireNoMoreThanTheNewest(certificate, before);
        return new Accepted(certificate, key);
    }

    /** When the file ends by the limit that the vendor built in or configured, whatever the file says; null for never. */
    @Nullable
    Instant countsUntil(Certificate certificate) {
        return trust.offline().countsUntil(certificate);
    }

    /** When the file ends here, by that limit or by its own end; null for never. */
    @Nullable
    Instant endOf(Certificate certificate) {
        return trust.offline().endOf(certificate);
    }

    private static void requireKnownTime(StoredInstallation before) {
        if (!before.marks().intact()) {
            throw new Refusal(
                            RefusalCode.CLOCK_SET_BACK,
                            "Something other than this service has changed the stored time in the database. The"
                                    + " service can't tell whether this license file has expired. Activate a license"
                                    + " online once, or begin with an empty database and a license file for its new"
                                    + " fingerprint.")
                    .telling(Map.of("cause", "known-time-edited"));
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
                            + EntitlementCodes.instead(
                                    certificate.entitlements().keySet(), EntitlementCatalog.OFFLINE_LICENSING)
                            + ". Activate it online, or ask the vendor for offline licensing.");
        }
    }

    private static void requireNothingAgainst(Certificate certificate, StoredInstallation before) {
        before.known().against(certificate).ifPresent(against -> {
            throw Refusals.judgedAfter(certificate.issuedAt(), against);
        });
    }

    /**
     * Refuses an older file only if it grants more. After a change from online to offline, the file is older than the last
     * re-validation.
     */
    private static void requireNoMoreThanTheNewest(Certificate certificate, StoredInstallation before) {
        before.known().refuses(certificate).ifPresent(newest -> {
            throw new Refusal(
                            RefusalCode.LICENSE_FILE_OLDER,
                            "This installation has already used a certificate of this license that was issued on "
                                    + newest.issuedAt() + ". This license file was issued earlier, on "
                                    + certificate.issuedAt() + ", and grants more. Ask the vendor for a new license"
                                    + " file.")
                    .telling(Map.of("issuedAt", certificate.issuedAt(), "newestIssuedAt", newest.issuedAt()));
        });
    }
}
