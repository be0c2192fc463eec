package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.activation.ActivationConfig;
import com.optymyse.inspire.licensing.license.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Limits how often a caller may bring a license to this replica. A caller may make as many attempts at once as a minute
 * allows, and then one for each share of a minute.
 */
@ApplicationScoped
class RateLimit {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int CALLERS = 10_000;

    private final Duration share;
    private final Clock clock;

    /** For each caller, the time at which its leaky bucket is empty again. Whoever tried last is last. */
    private final Map<String, Instant> paidAt = new LinkedHashMap<>();

    RateLimit(ActivationConfig config, Clock clock) {
        this.share = MINUTE.dividedBy(config.attemptsPerMinute());
        this.clock = clock;
    }

    /**
     * Counts an attempt.
     *
     * @throws Refusal that says how long to wait, when the caller has used up the attempts; this one does not count
     */
    synchronized void count(String caller) {
        Instant now = clock.instant();
        Instant paid = paidAt(caller, now).plus(share);
        Duration tooEarly = Duration.between(now.plus(MINUTE), paid);
        if (tooEarly.isPositive()) {
            throw Refusal.tooManyRequests(
                    "You have tried too many licenses within a minute. Wait a moment before the next.", tooEarly);
        }
        paidAt.remove(caller);
        paidAt.put(caller, paid);
        forgetSome(now);
    }

    /**
     * When the caller's leaky bucket is empty again: now, or later. A debt of more than a minute was made by a clock that
     * was ahead.
     */
    private Instant paidAt(String caller, Instant now) {
        Instant paid = paidAt.getOrDefault(caller, now);
        return paid.isBefore(now) || paid.isAfter(now.plus(MINUTE)) ? now : paid;
    }

    /** Forgets empty buckets, then the oldest ones. A minute later the callers of these have lost nothing. */
    private void forgetSome(Instant now) {
        if (paidAt.size() > CALLERS) {
            paidAt.values().removeIf(paid -> !paid.isAfter(now));
        }
        while (paidAt.size() > CALLERS) {
            paidAt.remove(paidAt.keySet().iterator().next());
        }
    }
}
