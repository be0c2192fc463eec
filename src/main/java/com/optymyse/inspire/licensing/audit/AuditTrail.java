package com.optymyse.inspire.licensing.audit;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to the license of this installation, for all replicas: entries with consecutive numbers, signed so
 * that none can be changed, added or removed unnoticed. When the store can't be reached, every method fails within
 * seconds with a {@link com.optymyse.inspire.licensing.license.Refusal} of {@code STORE_UNAVAILABLE}.
 */
public interface AuditTrail {

    /**
     * An entry as the trail has it. Its words are told as they are, because a later version of the service, or another
     * hand, may have written such as this version does not know.
     *
     * @param id its number
     * @param at when
     * @param actor the caller's name in the token; null for the service itself
     * @param action one of {@link AuditEntry.Action}, in lower case
     * @param outcome one of {@link AuditEntry.Outcome}, in lower case
     * @param code why, where a code tells
     * @param detail one full sentence
     * @param licenseKey masked; null where it was about none
     * @param standing one of {@link com.optymyse.inspire.licensing.license.Standing}, in lower case; null where nothing
     *     could change it
     * @param request the id of the request that it was done for; null where nobody has asked over HTTP
     */
    record Recorded(
            long id,
            Instant at,
            @Nullable String actor,
            String action,
            String outcome,
            @Nullable String code,
            String detail,
            @Nullable String licenseKey,
            @Nullable String standing,
            @Nullable String request) {}

    /** Adds an entry; a routine one only when it tells a standing that was not recorded last. */
    Uni<Void> add(AuditEntry entry);

    /**
     * Adds a standing that time alone has brought, unless a replica has recorded it, or a later one, already. Nothing is
     * added either when the installation has changed since.
     *
     * @param version the version of the installation that the standing was derived from
     * @return whether it was added
     */
    Uni<Boolean> addStanding(long version, AuditEntry standing);

    /**
     * The newest entries, newest first.
     *
     * @param before only those with a smaller number; null for all
     * @param request only those of this request; null for all
     * @param limit how many at most
     */
    Uni<List<Recorded>> newest(@Nullable Long before, @Nullable String request, int limit);

    /** Reads the whole trail and tells whether it is as it was written. */
    Uni<AuditReport> verify();

    /**
     * Forgets a bounded number of the oldest entries, and says whether there may be more to forget.
     *
     * @param keep what is younger is kept, by the store's clock as well
     * @param now the time as the caller believes it to be
     */
    Uni<Boolean> forget(Duration keep, Instant now);
}
