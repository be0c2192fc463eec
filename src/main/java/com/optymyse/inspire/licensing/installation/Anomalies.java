package com.optymyse.inspire.licensing.installation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What this installation has found out about itself that an admin has to know, stored for all replicas.
 *
 * @param others check-outs of its seats that somebody else has made, the last one of each day
 * @param rollback that an older state than before was read, also once an admin has confirmed it; null where that has not
 *     happened
 */
public record Anomalies(
        List<OtherCheckOut> others, @Nullable Rollback rollback) {

    /** Nothing. */
    public static final Anomalies NONE = new Anomalies(List.of(), null);

    public Anomalies {
        others = List.copyOf(others);
    }

    /** The rollback that an admin has not confirmed yet. */
    Optional<Rollback> unconfirmed() {
        return Optional.ofNullable(rollback).filter(found -> !found.confirmed());
    }

    /** The same with a rollback. */
    public Anomalies with(Rollback next) {
        return new Anomalies(others, next);
    }
}
