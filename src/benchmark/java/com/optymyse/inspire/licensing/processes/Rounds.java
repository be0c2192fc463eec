package com.optymyse.inspire.licensing.processes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Measures everything in each round for a moment, in an order that changes: what is compared within a round had the same of
 * whatever else the machine does.
 */
final class Rounds {

    static final int NUMBER = Integer.getInteger("load.rounds", 25);
    static final Duration MOMENT = Duration.ofMillis(Integer.getInteger("load.millis", 500));

    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("load.warm-up", 8));

    private Rounds() {}

    static void run(List<LoadTarget> targets) {
        warmUp(targets);
        List<LoadTarget> order = new ArrayList<>(targets);
        for (int round = 0; round < NUMBER; round++) {
            Collections.shuffle(order);
            order.forEach(target -> target.measure(MOMENT));
        }
    }

    static void warmUp(List<LoadTarget> targets) {
        targets.forEach(target -> target.warmUp(WARM_UP));
    }
}
