package com.optymyse.inspire.licensing.license;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate grants, and for how long. Two certificates of a license are compared by it.
 *
 * @param entitlements the codes of the license's entitlements
 * @param limits its capacity
 * @param expiresAt when the license ends; null for never
 * @param gracePeriodDays how long it counts after that
 * @param state what the vendor wrote of its state
 */
public record Grants(
        Set<String> entitlements,
        Limits limits,
        @Nullable Instant expiresAt,
        int gracePeriodDays,
        License.State state) {

    public Grants {
        entitlements = Set.copyOf(entitlements);
    }

    /** What a license grants with these entitlements. */
    public static Grants of(License license, Collection<String> entitlements) {
        return new Grants(
                Set.copyOf(entitlements),
                license.terms().limits(),
                license.expiresAt(),
                license.terms().gracePeriodDays(),
                license.state());
    }

    /** Whether the other grants include all of these. */
    public boolean isNoMoreThan(Grants other) {
        return other.entitlements.containsAll(entitlements)
                && limits.areNoMoreThan(other.limits)
                && endsNoLaterThan(other)
                && gracePeriodDays <= other.gracePeriodDays
                && (other.state == License.State.USABLE || state == other.state);
    }

    private boolean endsNoLaterThan(Grants other) {
        return other.expiresAt == null || (expiresAt != null && !expiresAt.isAfter(other.expiresAt));
    }
}
