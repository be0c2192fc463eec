package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.DocumentedProvider;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tokens as each identity provider issues them, with the settings that {@code docs/identity-provider.md} has for it: settings
 * and token are read from there.
 */
class IdentityProvidersTest {

    static Stream<DocumentedProvider> providers() {
        return DocumentedProvider.all();
    }

    @Test
    void document_hasEachProviderThatWasPromised() {
        assertThat(providers().map(DocumentedProvider::name))
                .containsExactly(
                        "Keycloak",
                        "Keycloak, lightweight or without the scope `basic`",
                        "Microsoft Entra ID",
                        "Auth0",
                        "Okta",
                        "Amazon Cognito",
                        "AD FS");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void identity_tokenOfTheProvider_isAnAdminByTheSettingsOfTheDocument(DocumentedProvider provider) {
        SecurityIdentity bearer = bearer(provider.settings(), provider.claims());

        assertThat(bearer.getRoles()).containsExactly("Admin");
        assertThat(bearer.getPrincipal().getName()).isEqualTo(provider.called());
    }

    private static SecurityIdentity bearer(Map<String, String> settings, JwtClaims claims) {
        JWTAuthContextInfo context = new JWTAuthContextInfo();
        context.setIssuedBy(settings.get("mp.jwt.verify.issuer"));
        Optional.ofNullable(settings.get("mp.jwt.verify.audiences"))
                .ifPresent(audiences -> context.setExpectedAudience(Set.of(audiences.split(",", -1))));
        context.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256));
        context.setPublicVerificationKey(Tokens.developmentPublicKey());
        SecurityConfig config = config(settings);
        assertThat(TokenSettings.mistakes(context, config.clients().orElse(Set.of()), true))
                .isEmpty();
        return new TokenVerifier(context, config, LocalKeysTest.keys(context), Clock.systemUTC())
                .verify(
                        Tokens.signed("RS256", Tokens.developmentKey(), claims),
                        verified -> new RoleMapping(config)
                                .identity(verified, new TokenCredential("token", "bearer"), Instant.MAX));
    }

    private static SecurityConfig config(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(SecurityConfig.class)
                .withDefaultValues(settings)
                .build();
        return config.getConfigMapping(SecurityConfig.class);
    }
}
