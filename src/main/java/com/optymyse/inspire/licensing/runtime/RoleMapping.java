package com.optymyse.inspire.licensing.runtime;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Gives the role {@value #ADMIN} to the bearers of tokens that name one of the configured roles, and no role to anybody
 * else: what a token's own {@code groups} claim says counts only where the configuration names that claim.
 */
@Singleton
class RoleMapping implements SecurityIdentityAugmentor {

    static final String ADMIN = "Admin";

    private final SecurityConfig config;

    RoleMapping(SecurityConfig config) {
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(
                        identity.getPrincipal() instanceof JsonWebToken token
                                ? withMappedRoles(identity, token)
                                : identity);
    }

    private SecurityIdentity withMappedRoles(SecurityIdentity identity, JsonWebToken token) {
        QuarkusSecurityIdentity.Builder mapped = QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes());
        if (isAdmin(token)) {
            mapped.addRole(ADMIN);
        }
        return mapped.build();
    }

    private boolean isAdmin(JsonWebToken token) {
        return config.roleClaim().stream().flatMap(claim -> claim.names(token)).anyMatch(config.adminRoles()::contains);
    }
}
