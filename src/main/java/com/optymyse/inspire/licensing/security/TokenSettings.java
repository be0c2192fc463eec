package com.optymyse.inspire.licensing.security;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to start with settings under which tokens would be trusted too easily. Without an issuer and an audience, or a client,
 * every token of the identity provider would count, also one meant for another service.
 */
@Singleton
class TokenSettings {

    private final JWTAuthContextInfo settings;
    private final SecurityConfig config;

    TokenSettings(JWTAuthContextInfo settings, SecurityConfig config) {
        this.settings = settings;
        this.config = config;
    }

    void check(@Observes StartupEvent started) {
        List<String> mistakes =
                mistakes(settings, config.clients().orElse(Set.of()), LaunchMode.current() == LaunchMode.NORMAL);
        if (!mistakes.isEmpty()) {
            throw new ConfigurationException(String.join(" ", mistakes));
        }
    }

    /** What is wrong with the settings, each in a sentence that names the setting; nothing when they are good. */
    static List<String> mistakes(JWTAuthContextInfo settings, Set<String> clients, boolean production) {
        List<String> mistakes = new ArrayList<>();
        if (production && isMissing(settings.getIssuedBy())) {
            mistakes.add("Set mp.jwt.verify.issuer to the issuer of your identity provider's tokens.");
        }
        if (production && clients.isEmpty() && hasNoAudience(settings)) {
            mistakes.add("Set mp.jwt.verify.audiences to the audience that tokens for this service have, or"
                    + " licensing.security.clients to the clients whose tokens have none.");
        }
        if (production && !hasKey(settings)) {
            mistakes.add("Set mp.jwt.verify.publickey.location to the address of your identity provider's key set.");
        }
        if (isSymmetric(settings)) {
            mistakes.add("Tokens must be signed with a private key: set only asymmetric algorithms in"
                    + " mp.jwt.verify.publickey.algorithm, and no secret key.");
        }
        if (isAmbiguous(settings)) {
            mistakes.add("The key that verifies tokens is a single key in PEM form. Set"
                    + " mp.jwt.verify.publickey.algorithm to only the algorithm of this key, or configure a key set"
                    + " (JWKS).");
        }
        return mistakes;
    }

    private static boolean isMissing(@Nullable String value) {
        return value == null || value.isBlank();
    }

    private static boolean hasNoAudience(JWTAuthContextInfo settings) {
        return settings.getExpectedAudience() == null
                || settings.getExpectedAudience().isEmpty();
    }

    private static boolean hasKey(JWTAuthContextInfo settings) {
        return settings.getPublicKeyLocation() != null
                || settings.getPublicKeyContent() != null
                || settings.getPublicVerificationKey() != null;
    }

    private static boolean isSymmetric(JWTAuthContextInfo settings) {
        return settings.getSecretKeyContent() != null
                || settings.getSecretVerificationKey() != null
                || settings.getSignatureAlgorithm().stream()
                        .anyMatch(algorithm -> algorithm.getAlgorithm().startsWith("HS"));
    }

    /** With a key in PEM form the library takes any of the algorithms, a different one at each start. */
    private static boolean isAmbiguous(JWTAuthContextInfo settings) {
        String key = settings.getPublicKeyContent();
        return key != null
                && !key.stripLeading().startsWith("{")
                && settings.getSignatureAlgorithm().size() > 1;
    }
}
