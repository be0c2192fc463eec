package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.OfflineFiles;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor has to know to issue a license file that this installation takes. The licensing server puts nothing into a file
 * that it is not asked for, so all of it is said.
 */
final class FileRequest {

    private static final Duration YEAR = Duration.ofDays(365);

    private FileRequest() {}

    /**
     * A text to be sent to the vendor.
     *
     * @param fingerprint what the vendor knows this installation by
     * @param product the vendor's id of the product
     * @param clockChallenge what the file has to name so that the time counts from its issue; null where nothing
     * @param version of the service
     * @param accepted which files are accepted, and for how long
     */
    static String text(
            String fingerprint,
            String product,
            @Nullable String clockChallenge,
            String version,
            OfflineFiles accepted) {
        boolean ofMachine = accepted.kinds().contains(CertificateKind.MACHINE);
        Duration longest = accepted.longest();
        Duration ttl = longest == null || longest.compareTo(YEAR) > 0 ? YEAR : longest;
        return "Please issue a license file (.lic) for offline activation of Inspire.\n\n"
                + (ofMachine
                        ? "Kind: machine file, checked out with include=license,license.entitlements\n"
                        : "Kind: license file, checked out with include=entitlements\n")
                + "Fingerprint of the installation: " + fingerprint + "\n"
                + (accepted.listedOnly()
                        ? "Before the file is made, add this fingerprint to offlineFingerprints in the metadata of the license.\n"
                        : "")
                + (clockChallenge == null
                        ? ""
                        : "Clock challenge (clockChallenge in the metadata of the "
                                + (ofMachine ? "machine" : "license") + "): " + clockChallenge + "\n")
                + "Valid for: " + period(ttl) + " (ttl=" + ttl.toSeconds() + ")\n"
                + "Product: " + product + "\n"
                + "Service: inspire-licensing " + version + "\n"
                + "License key: (the last characters of your key)\n\n"
                + "The license has to include the OFFLINE_LICENSING entitlement.";
    }

    private static String period(Duration ttl) {
        if (ttl.toMinutesPart() != 0) {
            return counted(ttl.toMinutes(), "minute");
        }
        return ttl.toHoursPart() == 0 ? counted(ttl.toDays(), "day") : counted(ttl.toHours(), "hour");
    }

    private static String counted(long count, String unit) {
        return count == 1 ? "1 " + unit : count + " " + unit + "s";
    }
}
