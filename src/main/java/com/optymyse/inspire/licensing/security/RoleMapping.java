package com.optymyse.inspire.licensing.security;

import com.optymyse.inspire.licensing.logging.LogText;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

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

    /**
     * The bearer of a verified token.
     *
     * @param limit the moment from which on the token is refused
     */
    SecurityIdentity identity(TokenClaims claims, TokenCredential credential, Instant limit) {
        List<String> names = config.roleClaim().stream()
                .flatMap(claim -> claim.names(claims.json()))
                .distinct()
                .toList();
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new TokenBearer(claims, limit))
                .addCredential(credential);
        if (names.stream().anyMatch(config.adminRoles()::contains)) {
            identity.addRole(ADMIN);
        } else {
            identity.addAttribute(RefusedTokenLog.WHY_NO_ADMIN, whyNoAdmin(names));
        }
        return identity.build();
    }

    private String whyNoAdmin(List<String> names) {
        return "Admins have one of the names " + LogText.expected(config.adminRoles()) + " in the claims "
                + LogText.expected(config.roleClaim()) + "; the token has " + LogText.of(names) + " there.";
    }
}
