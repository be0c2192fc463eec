package com.optymyse.inspire.licensing.sandbox.state;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules that licenses follow, named as the licensing server names them.
 *
 * @param name the policy's name, by which licenses share it
 * @param product the product that it sells
 * @param expirationBasis what begins the term of a license that has no expiry yet
 * @param durationSeconds how long the term is, null for no end
 * @param floating whether several machines may use the license; decides between NO_MACHINE and NO_MACHINES
 * @param strict whether limits are checked at each validation too
 * @param maxMachines the number of seats, null for no limit
 * @param requireHeartbeat whether a machine dies when it is silent for ten minutes
 * @param heartbeatBasis what begins those ten minutes the first time
 * @param checkInDays how often the license must check in, null for never
 * @param requiredScopes the scopes that a validation must name, for example {@code user}
 */
public record Policy(
        String name,
        String product,
        AuthenticationStrategy authenticationStrategy,
        ExpirationStrategy expirationStrategy,
        UniquenessStrategy machineUniquenessStrategy,
        ExpirationBasis expirationBasis,
        @Nullable Long durationSeconds,
        boolean floating,
        boolean strict,
        @Nullable Integer maxMachines,
        boolean requireHeartbeat,
        HeartbeatBasis heartbeatBasis,
        @Nullable Integer checkInDays,
        List<String> requiredScopes) {

    public Policy {
        requiredScopes = List.copyOf(requiredScopes);
    }

    /** What may authenticate a call for a license. */
    public enum AuthenticationStrategy {
        TOKEN,
        LICENSE,
        MIXED
    }

    /** What an expired license still allows. */
    public enum ExpirationStrategy {
        RESTRICT_ACCESS,
        REVOKE_ACCESS,
        MAINTAIN_ACCESS,
        ALLOW_ACCESS
    }

    /** What begins the term of a license. */
    public enum ExpirationBasis {
        FROM_CREATION,
        FROM_FIRST_VALIDATION
    }

    /** Among which machines a fingerprint must be unique. */
    public enum UniquenessStrategy {
        UNIQUE_PER_LICENSE,
        UNIQUE_PER_POLICY,
        UNIQUE_PER_PRODUCT,
        UNIQUE_PER_ACCOUNT
    }

    /** What begins the life of a machine that has to send heartbeats. */
    public enum HeartbeatBasis {
        FROM_CREATION,
        FROM_FIRST_PING
    }

    /** The policy's UUID, which follows from its name and so is the same in every sandbox. */
    public String id() {
        return UUID.nameUUIDFromBytes(("policy/" + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Whether a new machine counts as alive without a heartbeat of its own. */
    public boolean startsHeartbeat() {
        return requireHeartbeat && heartbeatBasis == HeartbeatBasis.FROM_CREATION;
    }

    /** How long a term is that the first validation begins, empty where it begins none. */
    public Optional<Duration> termFromFirstValidation() {
        return expirationBasis == ExpirationBasis.FROM_FIRST_VALIDATION
                ? Optional.ofNullable(durationSeconds).map(Duration::ofSeconds)
                : Optional.empty();
    }

    /** Whether a license key may authenticate a call. */
    public boolean allowsLicenseKey() {
        return authenticationStrategy != AuthenticationStrategy.TOKEN;
    }

    /** Whether an expired license still validates as good. */
    public boolean toleratesExpiry() {
        return expirationStrategy == ExpirationStrategy.MAINTAIN_ACCESS
                || expirationStrategy == ExpirationStrategy.ALLOW_ACCESS;
    }

    /** Whether an expired license is refused every call. */
    public boolean revokesOnExpiry() {
        return expirationStrategy == ExpirationStrategy.REVOKE_ACCESS;
    }
}
