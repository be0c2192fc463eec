package com.optymyse.inspire.licensing.activation;

import java.time.Duration;
import java.util.Optional;
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
     * @param longestFile how long a file may count at most; empty where that is not limited
     */
    static String text(
            String fingerprint, String product, @Nullable String clockChallenge, Optional<Duration> longestFile) {
        Duration ttl =
                longestFile.filter(longest -> longest.compareTo(YEAR) < 0).orElse(YEAR);
        return "Please issue a license file (.lic) for offline activation of Inspire.\n\n"
                + "Kind: machine file, checked out with include=license,license.entitlements\n"
                + "Fingerprint of the installation: " + fingerprint + "\n"
                + (clockChallenge == null
                        ? ""
                        : "Clock challenge (clockChallenge in the metadata of the machine): " + clockChallenge + "\n")
                + "Valid for: " + period(ttl) + " (ttl=" + ttl.toSeconds() + ")\n"
                + "Product: " + product + "\n"
                + "License key: (the last characters of your key)\n\n"
                + "The license has to include the OFFLINE_LICENSING entitlement.";
    }

    private static String period(Duration ttl) {
        long hours = ttl.toHours();
        return hours % 24 == 0 ? counted(hours / 24, "day") : counted(hours, "hour");
    }

    private static String counted(long count, String unit) {
        return count == 1 ? "1 " + unit : count + " " + unit + "s";
    }
}
