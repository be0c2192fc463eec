package com.optymyse.inspire.licensing.sandbox.state;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a license follows, named as the licensing server names them.
 *
 * @param expirationBasis what begins the term of a license that has no expiry yet
 * @param durationSeconds how long the term is, null for no end
 * @param floating whether several machines may use the license; decides between NO_MACHINE and NO_MACHINES
 * @param strict whether limits are checked at each validation too
 * @param maxMachines the number of seats, null for no limit
 * @param requireHeartbeat whether a machine dies when it is silent for ten minutes
 * @param checkInDays how often the license must check in, null for never
 * @param requiredScopes the scopes that a validation must name, for example {@code user}
 */
public record Policy(
        AuthenticationStrategy authenticationStrategy,
        ExpirationStrategy expirationStrategy,
        UniquenessStrategy machineUniquenessStrategy,
        ExpirationBasis expirationBasis,
        @Nullable Long durationSeconds,
        boolean floating,
        boolean strict,
        @Nullable Integer maxMachines,
        boolean requireHeartbeat,
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
        UNIQUE_PER_PRODUCT
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
