package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.entitlement.TimeLimited;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

class RoleMappingTest {

    private static final Instant LIMIT = Instant.parse("2026-11-27T12:00:30Z");

    private static final String KEYCLOAK = "realm_access/roles";

    @Test
    void identity_configuredNameInConfiguredClaim_admin() {
        Map<String, ?> claims = Map.of("realm_access", Map.of("roles", List.of("licensing-admins")));

        SecurityIdentity mapped = identity(claims, List.of(KEYCLOAK), Set.of("licensing-admins"));

        assertThat(mapped.getRoles()).containsExactly("Admin");
    }

    @Test
    void identity_severalClaims_eachCounts() {
        Map<String, ?> claims = Map.of("groups", List.of("Admin"));

        assertThat(identity(claims, List.of(KEYCLOAK, "groups"), Set.of("Admin"))
                        .getRoles())
                .containsExactly("Admin");
    }

    @Test
    void identity_adminInAClaimThatIsNotConfigured_noRole() {
        Map<String, ?> claims = Map.of("groups", List.of("Admin"));

        assertThat(identity(claims, List.of(KEYCLOAK), Set.of("Admin")).getRoles())
                .isEmpty();
    }

    @Test
    void identity_adminIsNotTheConfiguredName_noRole() {
        Map<String, ?> claims = Map.of("groups", List.of("Admin"));

        assertThat(identity(claims, List.of("groups"), Set.of("licensing-admins"))
                        .getRoles())
                .isEmpty();
    }

    @Test
    void identity_groupsAsTheLibraryMapsThem_noRole() {
        Map<String, ?> claims = Map.of("groups", List.of("viewer"), "roleMappings", Map.of("viewer", "Admin"));

        assertThat(identity(claims, List.of("groups"), Set.of("Admin")).getRoles())
                .isEmpty();
    }

    @Test
    void identity_noAdmin_saysWhereWasLookedAndWhatWasFound() {
        Map<String, ?> claims = Map.of("groups", List.of("viewer\n", "editor"));

        SecurityIdentity mapped = identity(claims, List.of("groups", KEYCLOAK), Set.of("Admin"));

        assertThat(mapped.<String>getAttribute(RefusedTokenLog.WHY_NO_ADMIN))
                .contains("\"Admin\"", "groups, realm_access/roles", "\"viewer\\u000a\", \"editor\"");
    }

    @Test
    void identity_token_keepsWhoAndWhatWasShown() {
        SecurityIdentity mapped = identity(Map.of(), List.of("groups"), Set.of("Admin"));

        assertThat(mapped.getPrincipal().getName()).isEqualTo("ada");
        assertThat(mapped.getCredential(TokenCredential.class)).isNotNull();
        assertThat(mapped.isAnonymous()).isFalse();
    }

    /** Its getters expect a text, and would fail in the middle of an operation. */
    @Test
    void identity_subjectIsANumber_hasNone() {
        SecurityIdentity mapped = identity(
                Map.of("sub", 7, "preferred_username", "grace", "exp", 60), List.of("groups"), Set.of("Admin"));

        assertThat(mapped.getPrincipal()).isInstanceOfSatisfying(JsonWebToken.class, bearer -> {
            assertThat(bearer.getName()).isEqualTo("grace");
            assertThat(bearer.getSubject()).isNull();
            assertThat(bearer.getExpirationTime()).isEqualTo(60);
        });
    }

    @Test
    void identity_limitOfTheToken_isKnownToItsBearer() {
        SecurityIdentity mapped = identity(Map.of(), List.of("groups"), Set.of("Admin"));

        assertThat(mapped.getPrincipal())
                .isInstanceOfSatisfying(
                        TimeLimited.class, bearer -> assertThat(bearer.limit()).isEqualTo(LIMIT));
    }

    private static SecurityIdentity identity(Map<String, ?> claims, List<String> roleClaim, Set<String> adminRoles) {
        JwtClaims token = new JwtClaims();
        token.setSubject("ada");
        claims.forEach(token::setClaim);
        return mapping(roleClaim, adminRoles)
                .identity(ClaimPathTest.claims(token), new TokenCredential("token", "bearer"), LIMIT);
    }

    static RoleMapping mapping(List<String> roleClaim, Set<String> adminRoles) {
        return new RoleMapping(config(roleClaim, adminRoles, Set.of()));
    }

    static SecurityConfig config(List<String> roleClaim, Set<String> adminRoles, Set<String> clients) {
        return new SecurityConfig() {
            @Override
            public List<ClaimPath> roleClaim() {
                return roleClaim.stream().map(ClaimPath::of).toList();
            }

            @Override
            public Set<String> adminRoles() {
                return adminRoles;
            }

            @Override
            public Optional<Set<String>> clients() {
                return Optional.of(clients);
            }
        };
    }
}
