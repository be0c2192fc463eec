package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** That Quarkus asks for the bearer of a token here, and not where the library would answer. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class TokenCacheComponentTest {

    @Inject
    IdentityProviderManager identities;

    @Test
    void authenticate_sameTokenAgain_isRemembered() {
        String token = Tokens.withoutRole();

        assertThat(bearer(token)).isSameAs(bearer(token));
    }

    @Test
    void authenticate_groups_onlyTheRoleThatIsMappedCounts() {
        String token = Tokens.token(Map.of("groups", List.of("Admin", "someOtherGroup")));

        assertThat(bearer(token).getRoles()).containsExactly("Admin");
    }

    private SecurityIdentity bearer(String token) {
        return identities
                .authenticate(new TokenAuthenticationRequest(new JsonWebTokenCredential(token)))
                .await()
                .indefinitely();
    }
}
