package com.optymyse.inspire.licensing.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

class RoleMappingTest {

    private static final String KEYCLOAK = "realm_access/roles";

    @Test
    void augment_configuredNameInConfiguredClaim_admin() {
        Map<String, ?> claims = Map.of("realm_access", Map.of("roles", List.of("licensing-admins")));

        SecurityIdentity mapped = augment(claims, List.of(KEYCLOAK), Set.of("licensing-admins"));

        assertThat(mapped.getRoles()).containsExactly("Admin");
    }

    @Test
    void augment_severalClaims_eachCounts() {
        Map<String, ?> claims = Map.of("groups", List.of("Admin"));

        assertThat(augment(claims, List.of(KEYCLOAK, "groups"), Set.of("Admin")).getRoles())
                .containsExactly("Admin");
    }

    @Test
    void augment_adminInAClaimThatIsNotConfigured_noRole() {
        Map<String, ?> claims = Map.of("groups", List.of("Admin"));

        assertThat(augment(claims, List.of(KEYCLOAK), Set.of("Admin")).getRoles())
                .isEmpty();
    }

    @Test
    void augment_adminIsNotTheConfiguredName_noRole() {
        Map<String, ?> claims = Map.of("groups", List.of("Admin"));

        assertThat(augment(claims, List.of("groups"), Set.of("licensing-admins"))
                        .getRoles())
                .isEmpty();
    }

    @Test
    void augment_token_keepsWhoAndWhatWasShown() {
        SecurityIdentity mapped = augment(Map.of(), List.of("groups"), Set.of("Admin"));

        assertThat(mapped.getPrincipal().getName()).isEqualTo("ada");
        assertThat(mapped.getCredential(TokenCredential.class)).isNotNull();
        assertThat(mapped.<String>getAttribute("attribute")).isEqualTo("value");
        assertThat(mapped.isAnonymous()).isFalse();
    }

    @Test
    void augment_notAToken_unchanged() {
        SecurityIdentity anonymous =
                QuarkusSecurityIdentity.builder().setAnonymous(true).build();

        assertThat(augment(anonymous, List.of("groups"), Set.of("Admin"))).isSameAs(anonymous);
    }

    private static SecurityIdentity augment(Map<String, ?> claims, List<String> roleClaim, Set<String> adminRoles) {
        JwtClaims token = new JwtClaims();
        token.setSubject("ada");
        claims.forEach(token::setClaim);
        SecurityIdentity identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new DefaultJWTCallerPrincipal(token))
                .addCredential(new TokenCredential("token", "bearer"))
                .addAttribute("attribute", "value")
                .addRoles(Set.of("Admin", "whatever the library found"))
                .build();
        return augment(identity, roleClaim, adminRoles);
    }

    private static SecurityIdentity augment(SecurityIdentity identity, List<String> roleClaim, Set<String> adminRoles) {
        SecurityConfig config = new SecurityConfig() {
            @Override
            public List<ClaimPath> roleClaim() {
                return roleClaim.stream().map(ClaimPath::of).toList();
            }

            @Override
            public Set<String> adminRoles() {
                return adminRoles;
            }
        };
        return new RoleMapping(config)
                .augment(identity, blocking -> {
                    throw new IllegalStateException("Nothing here needs a thread of its own.");
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertCompleted()
                .getItem();
    }
}
