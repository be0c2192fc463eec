package com.optymyse.inspire.licensing.processes;

import com.optymyse.inspire.licensing.testing.Turnstile.Side;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The operations of an admin, in an order in which each begins with what the one before has left. With how many calls it
 * asks the licensing server, and what it leaves in the audit trail.
 */
enum AskedFor {
    ACTIVATE("/license/activate", "DEMO-ENTERPRISE", 4, "activate"),
    REVALIDATE("/license/revalidate", "", 2, "revalidate"),
    REPLACE("/license/activate", "DEMO-STARTER", 5, "replace"),
    DEACTIVATE("/license/deactivate", "", 1, "deactivate");

    /** Where an operation is held: around one of its calls, or at number 0 before it has the lease. */
    record Step(AskedFor operation, int call, Side side) {}

    private final String path;
    private final String key;
    private final int calls;
    private final String recorded;

    AskedFor(String path, String key, int calls, String recorded) {
        this.path = path;
        this.key = key;
        this.calls = calls;
        this.recorded = recorded;
    }

    String path() {
        return path;
    }

    String body() {
        return key.isEmpty() ? "" : Replica.activation(key);
    }

    /** How the license stands before it. */
    Standing before() {
        return switch (this) {
            case ACTIVATE -> Standing.UNLICENSED;
            case REVALIDATE, REPLACE -> Standing.ENTERPRISE;
            case DEACTIVATE -> Standing.STARTER;
        };
    }

    /** How it stands after it. */
    Standing after() {
        return switch (this) {
            case ACTIVATE, REVALIDATE -> Standing.ENTERPRISE;
            case REPLACE -> Standing.STARTER;
            case DEACTIVATE -> Standing.UNLICENSED;
        };
    }

    /** As the trail calls it. */
    String recorded() {
        return recorded;
    }

    /** Every step of this operation; a re-validation takes no lease. */
    List<Step> steps() {
        Stream<Step> lease = this == REVALIDATE ? Stream.empty() : Stream.of(new Step(this, 0, Side.BEFORE));
        Stream<Step> around = IntStream.rangeClosed(1, calls)
                .boxed()
                .flatMap(call -> Arrays.stream(Side.values()).map(side -> new Step(this, call, side)));
        return Stream.concat(lease, around).toList();
    }
}
