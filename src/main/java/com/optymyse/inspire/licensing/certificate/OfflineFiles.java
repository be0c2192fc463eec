package com.optymyse.inspire.licensing.certificate;

import com.optymyse.inspire.licensing.license.LicenseEnd;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which signed files an admin may bring, and how long they count. A license key by itself may check files out at the licensing
 * server without an end, for any fingerprint, and give the seats back; the last two are how a vendor forbids that.
 *
 * @param kinds the kinds of file
 * @param longest a file counts no longer than this after its issue, whatever it says itself; null for as long as it says
 * @param listedOnly whether the license has to name the installation's fingerprint, which only the vendor can write
 */
public record OfflineFiles(
        Set<CertificateKind> kinds, @Nullable Duration longest, boolean listedOnly) {

    /** The shortest limit: the licensing server makes no file that counts for a shorter time. */
    public static final Duration SHORTEST = Duration.ofHours(1);

    /** The longest limit, a hundred years: it can be added to a time without an overflow. */
    public static final Duration LONGEST = Duration.ofDays(36_525);

    public OfflineFiles {
        kinds = Set.copyOf(kinds);
        if (longest != null && (longest.compareTo(SHORTEST) < 0 || longest.compareTo(LONGEST) > 0)) {
            throw new IllegalArgumentException("It must be from one hour to 36525 days, not " + longest + ".");
        }
    }

    /** Accepts files of these kinds until their own end, without a list of fingerprints. */
    public static OfflineFiles of(Set<CertificateKind> kinds) {
        return new OfflineFiles(kinds, null, false);
    }

    /** When a file ceases to count by these rules alone, whatever it says itself; null for never. */
    public @Nullable Instant countsUntil(Certificate certificate) {
        return longest == null ? null : LicenseEnd.capped(certificate.issuedAt().plus(longest));
    }

    /** When a file ceases to count, by these rules or by itself; null for never. */
    public @Nullable Instant endOf(Certificate certificate) {
        return certificate.endNoLaterThan(countsUntil(certificate));
    }

    /**
     * Refuses a file that may not be activated on an installation at this moment.
     *
     * @throws Refusal offline-not-listed, or license-file-expired where it is over by these rules
     */
    public void require(Certificate certificate, String fingerprint, Instant now) {
        if (listedOnly && !certificate.lists(fingerprint)) {
            throw new Refusal(
                            RefusalCode.OFFLINE_NOT_LISTED,
                            "The vendor accepts license files only for installations that the license lists, and this license"
                                    + " does not list the fingerprint " + fingerprint
                                    + ". Ask the vendor to add it to the license and to make a new license file.")
                    .telling(Map.of("fingerprint", fingerprint));
        }
        Instant end = countsUntil(certificate);
        if (end != null && !now.isBefore(end)) {
            throw new Refusal(
                            RefusalCode.LICENSE_FILE_EXPIRED,
                            "The license file has expired. It was issued at " + certificate.issuedAt() + ", and this"
                                    + " installation accepts it only until " + end + ". Ask the vendor for a new one.")
                    .telling(Map.of("issuedAt", certificate.issuedAt(), "endsAt", end));
        }
    }
}
