package com.optymyse.inspire.licensing.installation;

import org.jspecify.annotations.Nullable;

/**
 * A rollback that a replica has found and that is to be stored.
 *
 * @param rollback what it has found
 * @param told what the database told of an earlier one at that time; null for nothing
 */
public record FoundRollback(Rollback rollback, @Nullable Rollback told) {

    /** Whether another replica has stored it meanwhile. */
    public boolean isStoredAs(@Nullable Rollback present) {
        return rollback.isToldBy(present, told);
    }
}
