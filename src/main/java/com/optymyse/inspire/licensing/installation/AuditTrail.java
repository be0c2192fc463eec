package com.optymyse.inspire.licensing.installation;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to the license of this installation, for all replicas: entries with consecutive numbers, sealed so
 * that none can be changed, added or removed unnoticed. When the store can't be reached, every method fails within
 * seconds with a {@link com.optymyse.inspire.licensing.license.Refusal} of {@code STORE_UNAVAILABLE}.
 */
public interface AuditTrail {

    /** An entry and its number. */
    record Recorded(long id, AuditEntry entry) {}

    /** Adds an entry; a routine one only when it tells a standing that was not recorded last. */
    Uni<Void> add(AuditEntry entry);

    /**
     * Adds a standing that time alone has brought, unless a replica has recorded it, or a later one, already. Nothing is
     * added either when the installation has changed since.
     *
     * @param version the version of the installation that the standing was derived from
     */
    Uni<Void> addStanding(long version, AuditEntry standing);

    /**
     * The newest entries, newest first.
     *
     * @param before only those with a smaller number; null for all
     * @param limit how many at most
     */
    Uni<List<Recorded>> newest(@Nullable Long before, int limit);

    /** Reads the whole trail and tells whether it is as it was written. */
    Uni<TrailReport> verify();

    /** Forgets a bounded number of the entries older than this, and says whether there are more. */
    Uni<Boolean> forget(Instant before);
}
