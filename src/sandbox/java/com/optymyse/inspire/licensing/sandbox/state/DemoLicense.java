package com.optymyse.inspire.licensing.sandbox.state;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A license that the sandbox sells.
 *
 * @param key the license key, which names the license in the sandbox's controls too
 * @param about what the license is there to show, for people
 * @param name the license's name, null when it has none
 * @param expiry when the license ends, null for never
 * @param banned whether the license's owner is banned
 */
public record DemoLicense(
        String key,
        String about,
        @Nullable String name,
        Policy policy,
        List<String> entitlements,
        Map<String, Object> metadata,
        @Nullable Instant expiry,
        boolean suspended,
        boolean banned,
        Touched touched) {

    private static final Duration SOON = Duration.ofDays(3);
    private static final Duration LONG_SILENCE = Duration.ofDays(90);

    public DemoLicense {
        if (key.isBlank()) {
            throw new IllegalArgumentException("A demo license needs a key.");
        }
        entitlements = List.copyOf(entitlements);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** The license's UUID, which follows from its key and so is the same in every sandbox. */
    public String id() {
        return idFor("license", key);
    }

    /** The UUID of the license's owner, where it has one. */
    public Optional<String> ownerId() {
        return banned ? Optional.of(idFor("owner", key)) : Optional.empty();
    }

    /** The license's state as the server would name it, first match of its order. */
    public String status(Instant now) {
        if (banned) {
            return "BANNED";
        }
        if (suspended) {
            return "SUSPENDED";
        }
        if (isExpired(now)) {
            return "EXPIRED";
        }
        if (isExpired(now.plus(SOON))) {
            return "EXPIRING";
        }
        return touched.last().isBefore(now.minus(LONG_SILENCE)) ? "INACTIVE" : "ACTIVE";
    }

    public boolean isExpired(Instant now) {
        return expiry != null && expiry.isBefore(now);
    }

    /** When the license must have checked in again, empty where its policy does not ask for it. */
    public Optional<Instant> nextCheckIn() {
        Integer days = policy.checkInDays();
        if (days == null) {
            return Optional.empty();
        }
        Instant last = touched.checkedIn() == null ? touched.created() : touched.checkedIn();
        return Optional.of(last.plus(Duration.ofDays(days)));
    }

    public boolean isOverdue(Instant now) {
        return nextCheckIn().filter(due -> due.isBefore(now)).isPresent();
    }

    /** The same license under another key, which makes it another license. */
    public DemoLicense withKey(String newKey) {
        return new DemoLicense(newKey, about, name, policy, entitlements, metadata, expiry, suspended, banned, touched);
    }

    public DemoLicense withSuspended(boolean nowSuspended) {
        return new DemoLicense(key, about, name, policy, entitlements, metadata, expiry, nowSuspended, banned, touched);
    }

    public DemoLicense withBanned(boolean nowBanned) {
        return new DemoLicense(key, about, name, policy, entitlements, metadata, expiry, suspended, nowBanned, touched);
    }

    public DemoLicense withExpiry(@Nullable Instant newExpiry) {
        return new DemoLicense(key, about, name, policy, entitlements, metadata, newExpiry, suspended, banned, touched);
    }

    public DemoLicense withEntitlements(List<String> newEntitlements) {
        return new DemoLicense(key, about, name, policy, newEntitlements, metadata, expiry, suspended, banned, touched);
    }

    /** The same license under another policy. */
    public DemoLicense withPolicy(Policy newPolicy) {
        return new DemoLicense(key, about, name, newPolicy, entitlements, metadata, expiry, suspended, banned, touched);
    }

    /** The same once it was validated, which may have begun its term. */
    public DemoLicense validatedAt(Instant now) {
        Instant end = expiry == null && touched.validated() == null
                ? policy.termFromFirstValidation().map(now::plus).orElse(null)
                : expiry;
        return withExpiry(end).with(touched.validatedAt(now));
    }

    public DemoLicense checkedInAt(Instant now) {
        return with(touched.checkedInAt(now));
    }

    /** The license as it was before its last check-in. */
    public DemoLicense beforeCheckIn() {
        return with(touched.beforeCheckIn());
    }

    public DemoLicense checkedOutAt(Instant now) {
        return with(touched.checkedOutAt(now));
    }

    DemoLicense updatedAt(Instant now) {
        return with(touched.updatedAt(now));
    }

    private DemoLicense with(Touched newTouched) {
        return new DemoLicense(key, about, name, policy, entitlements, metadata, expiry, suspended, banned, newTouched);
    }

    private static String idFor(String kind, String key) {
        return UUID.nameUUIDFromBytes((kind + "/" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
