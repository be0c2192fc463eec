package com.optymyse.inspire.licensing.sandbox.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A seat that is taken: one installation under one license.
 *
 * @param id the machine's UUID, chosen by the client or by the sandbox
 * @param details what the client told of the machine: name, ip, hostname, platform, cores, memory, disk, metadata
 */
public record Machine(
        String id,
        String licenseKey,
        String fingerprint,
        Map<String, Object> details,
        Instant created,
        @Nullable Instant checkedOut) {

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

    /** When the machine dies, for nobody sends heartbeats to a sandbox. */
    public Instant diesAt() {
        return created.plus(HEARTBEAT);
    }

    Instant culledAt() {
        return diesAt().plus(CULLING);
    }

    public Machine checkedOutAt(Instant now) {
        return new Machine(id, licenseKey, fingerprint, details, created, now);
    }
}
