package com.optymyse.inspire.licensing.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.restassured.path.json.JsonPath;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tokens as each identity provider issues them, with the settings that {@code docs/identity-provider.md} has for it: settings
 * and token are read from there.
 */
class IdentityProvidersTest {

    private static final Path DOCUMENT = Path.of("docs", "identity-provider.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^### (.+?)$(.*?)(?=^#|\\z)");
    private static final Pattern SETTINGS = Pattern.compile("(?s)```properties\n(.*?)```");
    private static final Pattern TOKEN = Pattern.compile("(?s)```json\n(.*?)```");
    private static final Pattern CALLED = Pattern.compile("Called: `([^`]+)`");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Keycloak",
                "Keycloak, lightweight or without the scope `basic`",
                "Microsoft Entra ID",
                "Auth0",
                "Okta",
                "Amazon Cognito",
                "AD FS"
            })
    void identity_tokenOfTheProvider_isAnAdminByTheSettingsOfTheDocument(String provider) {
        String section = section(provider);
        Map<String, String> settings = settings(section);
        JwtClaims claims = claims(section);

        SecurityIdentity bearer = bearer(settings, claims);

        assertThat(bearer.getRoles()).containsExactly("Admin");
        assertThat(bearer.getPrincipal().getName())
                .isEqualTo(CALLED.matcher(section)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1));
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
        return new TokenParser(context, config, LocalKeysTest.keys(context), Clock.systemUTC())
                .verify(
                        Tokens.signed("RS256", Tokens.developmentKey(), claims),
                        verified -> new RoleMapping(config).identity(verified, new TokenCredential("token", "bearer")));
    }

    private static SecurityConfig config(Map<String, String> settings) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(SecurityConfig.class)
                .withDefaultValues(settings)
                .build();
        return config.getConfigMapping(SecurityConfig.class);
    }

    private static String section(String provider) {
        try {
            return SECTION.matcher(Files.readString(DOCUMENT))
                    .results()
                    .filter(section -> section.group(1).equals(provider))
                    .map(section -> section.group(2))
                    .collect(Collectors.collectingAndThen(Collectors.toList(), List::getFirst));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> settings(String section) {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(first(SETTINGS, section)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Map<String, String> values = new HashMap<>();
        settings.forEach((name, value) -> values.put((String) name, (String) value));
        return values;
    }

    private static JwtClaims claims(String section) {
        JwtClaims claims = new JwtClaims();
        new JsonPath(first(TOKEN, section)).<String, Object>getMap("$").forEach(claims::setClaim);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        return claims;
    }

    private static String first(Pattern pattern, String section) {
        return pattern.matcher(section)
                .results()
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
