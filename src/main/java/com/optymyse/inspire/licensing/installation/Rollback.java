package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a replica has read an older state than it knew, from a server that can write. Somebody has put a database back, or a
 * failover has lost commits: the two can't be told apart.
 *
 * @param seenAt when it was read
 * @param before what the replica knew
 * @param after what it has read
 * @param confirmed whether an admin has confirmed it
 */
public record Rollback(Instant seenAt, StateHeight before, StateHeight after, boolean confirmed) {

    /**
     * The rollback between two states, of which the second was read later. Empty if the second is no older, or if the
     * database already has the rollback.
     */
    static Optional<Rollback> between(StoredInstallation known, StoredInstallation present, Instant now) {
        Rollback found = new Rollback(now, StateHeight.of(known), StateHeight.of(present), false);
        boolean fell = known.id().equals(present.id()) && found.after.isBelow(found.before);
        Rollback told = present.anomalies().rollback();
        return fell && !found.isToldBy(told, known.anomalies().rollback()) ? Optional.of(found) : Optional.empty();
    }

    /**
     * Whether the rollback in the database is this one.
     *
     * @param told what it tells; null for nothing
     * @param before what it told before this one; null for nothing
     */
    public boolean isToldBy(@Nullable Rollback told, @Nullable Rollback before) {
        return told != null && !told.isSameAs(before) && !told.before.isBelow(this.before);
    }

    /** The same, once an admin has confirmed it. */
    public Rollback confirmedByAnAdmin() {
        return new Rollback(seenAt, before, after, true);
    }

    private boolean isSameAs(@Nullable Rollback other) {
        return other != null && seenAt.equals(other.seenAt) && before.equals(other.before);
    }

    /** What an admin is told until it is confirmed. */
    LicensingProblem problem() {
        Map<String, Object> values = new HashMap<>(Map.of(
                "seenAt", seenAt,
                "versionBefore", before.version(),
                "version", after.version(),
                "entryBefore", before.trail(),
                "entry", after.trail()));
        put(values, "signedTimeBefore", before.signedTime());
        put(values, "signedTime", after.signedTime());
        return new LicensingProblem(
                ProblemCode.STATE_ROLLED_BACK,
                sentence() + " Somebody has restored an older database, or a failover has lost commits. Find out which"
                        + " of the two happened, then confirm the older state on the Licensing page.",
                values);
    }

    /** What has happened, for the audit trail. */
    String sentence() {
        return "At " + seenAt + " the database had an older state than before: version " + after.version() + " instead"
                + " of " + before.version() + ", and entry " + after.trail() + " instead of " + before.trail() + " as"
                + " the newest of the audit trail.";
    }

    private static void put(Map<String, Object> values, String name, @Nullable Instant time) {
        if (time != null) {
            values.put(name, time);
        }
    }
}
