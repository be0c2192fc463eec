package com.optymyse.inspire.licensing.license;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a license ends, as far as its description tells. */
public sealed interface LicenseEnd {

    /** The last moment that is told. Beyond it years have five digits, which many readers of times refuse. */
    Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** At a moment. */
    record At(Instant moment) implements LicenseEnd {}

    /** Never, as of now. */
    record Never() implements LicenseEnd {}

    /**
     * Its term has not begun: it has no end yet and was never validated. The first validation may set the end, or the
     * vendor's server a moment after the first activation.
     */
    record NotBegun() implements LicenseEnd {}

    /** The moment, but not later than {@link #LATEST}. */
    static Instant capped(Instant moment) {
        return moment.isAfter(LATEST) ? LATEST : moment;
    }

    /** The end at a moment; never for null. */
    static LicenseEnd of(@Nullable Instant moment) {
        return moment == null ? new Never() : new At(moment);
    }
}
