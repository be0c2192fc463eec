package com.optymyse.inspire.licensing.sandbox.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A seat that is taken: one installation under one license.
 *
 * @param id the machine's UUID, chosen by the client or by the sandbox
 * @param details what the client told of the machine: name, ip, hostname, platform, cores, metadata
 * @param checkedOut when it was last checked out, null for never
 * @param lastHeartbeat what its life is counted from, null where nothing has begun it
 */
public record Machine(
        String id,
        String licenseKey,
        String fingerprint,
        Map<String, Object> details,
        Instant created,
        @Nullable Instant checkedOut,
        @Nullable Instant lastHeartbeat) {

    /** How long a machine lives without a heartbeat, where its policy asks for heartbeats. */
    public static final Duration HEARTBEAT = Duration.ofMinutes(10);

    /** How long the licensing server takes at most to remove a dead machine. */
    private static final Duration CULLING = Duration.ofMinutes(2);

    public Machine {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public boolean isCalled(String idOrFingerprint) {
        return id.equals(idOrFingerprint) || fingerprint.equals(idOrFingerprint);
    }

    /** The last change. */
    public Instant updated() {
        return checkedOut == null ? created : checkedOut;
    }

    /**
     * When the machine becomes {@code DEAD}, because nobody sends heartbeats to a sandbox; empty if no heartbeat has been
     * counted yet.
     */
    public Optional<Instant> nextHeartbeat() {
        return Optional.ofNullable(lastHeartbeat).map(last -> last.plus(HEARTBEAT));
    }

    /** Its state as the licensing server names it. */
    public String heartbeatStatus(Instant now) {
        return nextHeartbeat()
                .map(next -> next.isBefore(now) ? "DEAD" : "ALIVE")
                .orElse("NOT_STARTED");
    }

    boolean isCulled(Instant now) {
        return nextHeartbeat().filter(next -> next.plus(CULLING).isBefore(now)).isPresent();
    }

    public Machine checkedOutAt(Instant now) {
        return new Machine(id, licenseKey, fingerprint, details, created, now, lastHeartbeat);
    }
}
