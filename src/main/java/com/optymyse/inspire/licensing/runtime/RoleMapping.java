package com.optymyse.inspire.licensing.runtime;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives the role {@value #ADMIN} to the bearers of tokens that name one of the configured roles, and no role to anybody
 * else: what a token's own {@code groups} claim says counts only where the configuration names that claim.
 */
@Singleton
class RoleMapping {

    static final String ADMIN = "Admin";

    private final SecurityConfig config;

    RoleMapping(SecurityConfig config) {
        this.config = config;
    }

    /** The bearer of a verified token. */
    SecurityIdentity identity(JsonWebToken token, TokenCredential credential) {
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder().setPrincipal(token).addCredential(credential);
        if (isAdmin(token)) {
            identity.addRole(ADMIN);
        }
        return identity.build();
    }

    private boolean isAdmin(JsonWebToken token) {
        return config.roleClaim().stream().flatMap(claim -> claim.names(token)).anyMatch(config.adminRoles()::contains);
    }
}
