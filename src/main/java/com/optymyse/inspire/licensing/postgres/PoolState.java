package com.optymyse.inspire.licensing.postgres;

import org.jspecify.annotations.Nullable;

/**
 * Which pool is in use, and whether it is doubted. It decides when a pool is replaced: never for a doubt alone, and never
 * without one.
 *
 * @param pool the number of the pool in use; each replacement has the next one
 * @param doubt why it should be replaced; null while nothing speaks against it
 */
record PoolState(int pool, @Nullable ServerDoubt doubt) {

    static final PoolState FIRST = new PoolState(1, null);

    /**
     * After a doubt about a pool. What is told of a pool that was replaced meanwhile says nothing of the present one. That a
     * server can only be read is known of a server that answers, so it outweighs that one did not.
     */
    PoolState doubted(int doubted, ServerDoubt reason) {
        return doubted == pool && (doubt == null || reason == ServerDoubt.READ_ONLY)
                ? new PoolState(pool, reason)
                : this;
    }

    /** After a connection outside the pool was tried: the next pool when the present one is doubted and a server can write. */
    PoolState tried(boolean reachedServerThatWrites) {
        return doubt != null && reachedServerThatWrites ? new PoolState(pool + 1, null) : this;
    }

    boolean isDoubted() {
        return doubt != null;
    }
}
