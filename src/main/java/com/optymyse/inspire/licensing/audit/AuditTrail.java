package com.optymyse.inspire.licensing.audit;

import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.AuditEntry.Outcome;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to the license of this installation, for all replicas. The entries have consecutive numbers and
 * signatures, which reveal every change, addition and removal. When the store can't be reached, every method fails within
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
     * @param facts what the detail tells, by name
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
            Map<String, Object> facts,
            @Nullable String request) {}

    /**
     * Selects the entries that meet all of these conditions.
     *
     * @param before with a smaller number; null for all
     * @param request of this request; null for all
     * @param actions with one of these actions; none for all
     * @param outcome with this outcome; null for all
     * @param since of this moment or later; null for all
     * @param until of before this moment; null for all
     * @param limit how many at most
     */
    record Query(
            @Nullable Long before,
            @Nullable String request,
            Set<Action> actions,
            @Nullable Outcome outcome,
            @Nullable Instant since,
            @Nullable Instant until,
            int limit) {

        public Query {
            actions = Set.copyOf(actions);
        }

        /** The newest of all. */
        public static Query newest(int limit) {
            return new Query(null, null, Set.of(), null, null, null, limit);
        }
    }

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

    /** The newest of the entries that are asked for, newest first. */
    Uni<List<Recorded>> newest(Query query);

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
