package com.optymyse.inspire.licensing.license;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A license as the vendor describes it, in a signed response or in a certificate.
 *
 * @param id the vendor's id of the license
 * @param account the vendor's account that issued it
 * @param product the vendor's product that it is for
 * @param key its key, where the description carries it
 * @param ownName the name given to the license itself
 * @param state what the vendor wrote of its state when describing it
 * @param createdAt when the vendor made it; null where the description does not say
 * @param expiresAt when it ends; null for a perpetual license
 * @param validated whether it was ever validated, which may begin its term
 * @param requiresHeartbeat whether its policy removes machines that don't send heartbeats
 * @param requiresCheckIn whether its policy demands regular check-ins
 * @param terms its limits and further terms
 */
public record License(
        String id,
        String account,
        String product,
        @Nullable LicenseKey key,
        @Nullable String ownName,
        State state,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        boolean validated,
        boolean requiresHeartbeat,
        boolean requiresCheckIn,
        Terms terms) {

    /** What the vendor's description says of the license's state; whether it has expired is told by its expiry alone. */
    public enum State {
        USABLE,
        SUSPENDED,
        BANNED
    }

    /** The name for people: the license's own, else its plan's, else none. */
    public @Nullable String name() {
        return ownName != null && !ownName.isBlank() ? ownName : terms.planName();
    }

    /**
     * What an admin should look at: what the vendor typed and could not have meant.
     *
     * @param entitlements the codes of all entitlements that the license includes
     */
    public List<LicensingProblem> problems(Collection<String> entitlements) {
        return Stream.concat(terms.problems().stream(), EntitlementCodes.problems(entitlements).stream())
                .toList();
    }

    /** When it ends, or that its term has not begun. */
    public LicenseEnd end() {
        return expiresAt == null && !validated ? new LicenseEnd.NotBegun() : LicenseEnd.of(expiresAt);
    }

    /** Whether the license has ended at a moment; the moment of expiry itself is past the end. */
    public boolean expiredAt(Instant moment) {
        return expiresAt != null && !moment.isBefore(expiresAt);
    }
}
