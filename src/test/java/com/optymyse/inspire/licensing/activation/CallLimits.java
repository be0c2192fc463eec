package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.licensingserver.Deadline;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shortens the calls to the licensing server that a test leaves unanswered, so that it waits no longer than needed. All
 * other calls have as long as a busy machine may take.
 */
@Singleton
class CallLimits {

    /** Stands for every call. */
    private static final String ANY = "";

    private record Limit(AtomicInteger answered, Duration time) {

        Deadline of(Deadline deadline) {
            return answered.getAndDecrement() > 0 ? deadline : deadline.atMost(time);
        }
    }

    /** By the name that the sandbox has for a call. */
    private final Map<String, Limit> limits = new ConcurrentHashMap<>();

    /** Limits a call, by the name that the sandbox has for it, or every one if that is empty. */
    void limit(String call, Duration time) {
        limitAfter(0, call, time);
    }

    /** The same after as many calls of the kind that are answered. */
    void limitAfter(int answered, String call, Duration time) {
        limits.put(call, new Limit(new AtomicInteger(answered), time));
    }

    void reset() {
        limits.clear();
    }

    Deadline of(String call, Deadline deadline) {
        Limit limit = limits.getOrDefault(call, limits.get(ANY));
        return limit == null ? deadline : limit.of(deadline);
    }
}
