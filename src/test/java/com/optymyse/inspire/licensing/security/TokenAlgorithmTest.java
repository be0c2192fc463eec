package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.optymyse.inspire.licensing.testing.Tokens;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the pinned algorithms the keys of any identity provider can be used, all in one key set. */
class TokenAlgorithmTest {

    private static PublicJsonWebKey rsa;
    private static PublicJsonWebKey ec;
    private static PublicJsonWebKey edwards;
    private static TokenVerifier parser;

    @BeforeAll
    static void identityProvider() throws JoseException, IOException {
        rsa = RsaJwkGenerator.generateJwk(2048);
        ec = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        edwards = OkpJwkGenerator.generateJwk("Ed25519");
        rsa.setKeyId("rsa");
        ec.setKeyId("ec");
        edwards.setKeyId("edwards");
        JWTAuthContextInfo settings = new JWTAuthContextInfo();
        settings.setIssuedBy(Tokens.ISSUER);
        settings.setSignatureAlgorithm(pinned());
        settings.setPublicKeyContent(
                new JsonWebKeySet(rsa, ec, edwards).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        parser = new TokenVerifier(
                settings,
                RoleMappingTest.config(List.of("groups"), Set.of("Admin"), Set.of()),
                LocalKeysTest.keys(settings),
                Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256", "ES256", "EdDSA"})
    void verify_pinnedAlgorithm_accepted(String algorithm) {
        assertThat(parser.verify(token(algorithm), TokenClaims::bearer)).isEqualTo("ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS384", "RS512", "PS512"})
    void verify_otherAlgorithmOfTheSameKey_refused(String algorithm) {
        String token = token(algorithm);

        assertThatExceptionOfType(BadToken.class)
                .isThrownBy(() -> parser.verify(token, TokenClaims::bearer))
                .returns(TokenCheck.ALGORITHM, BadToken::check);
    }

    @ParameterizedTest
    @CsvSource({"ES256, rsa", "RS256, ec", "EdDSA, ec", "PS256, edwards", "ES256, absent"})
    void verify_keyOfAnotherKind_refused(String algorithm, String keyId) {
        String token = Tokens.signed(algorithm, key(algorithm).getPrivateKey(), keyId, Tokens.claims(Map.of()));

        assertThatExceptionOfType(BadToken.class).isThrownBy(() -> parser.verify(token, TokenClaims::bearer));
    }

    private static String token(String algorithm) {
        PublicJsonWebKey key = key(algorithm);
        return Tokens.signed(algorithm, key.getPrivateKey(), key.getKeyId(), Tokens.claims(Map.of()));
    }

    private static PublicJsonWebKey key(String algorithm) {
        return switch (algorithm) {
            case "ES256" -> ec;
            case "EdDSA" -> edwards;
            default -> rsa;
        };
    }

    private static Set<SignatureAlgorithm> pinned() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = TokenAlgorithmTest.class.getResourceAsStream("/application.properties")) {
            properties.load(file);
        }
        return Pattern.compile(",")
                .splitAsStream(properties.getProperty("mp.jwt.verify.publickey.algorithm"))
                .map(SignatureAlgorithm::valueOf)
                .collect(Collectors.toSet());
    }
}
