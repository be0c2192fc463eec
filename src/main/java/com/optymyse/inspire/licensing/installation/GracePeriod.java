package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseEnd;
import com.optymyse.inspire.licensing.license.ValidationMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The time in which everything still works, although the licensing server is silent or the license has expired.
 *
 * @param after how long after the last signed verdict an online license is in grace
 */
record GracePeriod(Duration after) {

    /** Whether a license is in grace because the licensing server is silent. */
    boolean ofSilence(HeldLicense held, Instant now) {
        return reached(begin(held), now);
    }

    /** Whether a license that has expired is in grace: until its grace ends, or its certificate. */
    static boolean ofExpired(License license, @Nullable Instant certificateEnd, Instant now) {
        return Stream.of(end(license), certificateEnd).filter(Objects::nonNull).noneMatch(end -> reached(end, now));
    }

    /**
     * When the grace of a silent server begins; null for never. A server that refuses to renew the certificate is not
     * silent, until it gives no verdict: busy is silent, too.
     */
    @Nullable
    Instant begin(HeldLicense held) {
        boolean answers =
                held.isRenewalRefused() && "good".equals(held.attempts().outcome());
        return held.mode() == ValidationMode.ONLINE && held.verdictAt() != null && !answers
                ? held.verdictAt().plus(after)
                : null;
    }

    /** When the grace of a license ends after its own end; null for never. */
    static @Nullable Instant end(License license) {
        return license.expiresAt() == null
                ? null
                : LicenseEnd.capped(
                        license.expiresAt().plus(Duration.ofDays(license.terms().gracePeriodDays())));
    }

    static boolean reached(@Nullable Instant moment, Instant now) {
        return moment != null && !now.isBefore(moment);
    }
}
