package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {

    private final JWTAuthContextInfo settings = new JWTAuthContextInfo();

    @BeforeEach
    void good() {
        settings.setIssuedBy("https://id.example.com/realms/inspire");
        settings.setExpectedAudience(Set.of("inspire-licensing"));
        settings.setPublicKeyLocation("https://id.example.com/realms/inspire/certs");
        settings.setSignatureAlgorithm(Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256));
    }

    @Test
    void mistakes_goodSettings_none() {
        assertThat(TokenSettings.mistakes(settings, Set.of(), true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void mistakes_noIssuer_namesTheSetting(String issuer) {
        settings.setIssuedBy(issuer);

        assertThat(TokenSettings.mistakes(settings, Set.of(), true))
                .singleElement()
                .asString()
                .contains("mp.jwt.verify.issuer");
    }

    @Test
    void mistakes_noAudience_namesTheSetting() {
        settings.setExpectedAudience(Set.of());

        assertThat(TokenSettings.mistakes(settings, Set.of(), true))
                .singleElement()
                .asString()
                .contains("mp.jwt.verify.audiences", "licensing.security.clients");
    }

    @Test
    void mistakes_noAudienceButClients_none() {
        settings.setExpectedAudience(Set.of());

        assertThat(TokenSettings.mistakes(settings, Set.of("inspire"), true)).isEmpty();
    }

    @Test
    void mistakes_noKey_namesTheSetting() {
        settings.setPublicKeyLocation(null);

        assertThat(TokenSettings.mistakes(settings, Set.of(), true))
                .singleElement()
                .asString()
                .contains("mp.jwt.verify.publickey.location");
    }

    @Test
    void mistakes_nothingSetInProduction_allThree() {
        JWTAuthContextInfo nothing = new JWTAuthContextInfo();

        assertThat(TokenSettings.mistakes(nothing, Set.of(), true)).hasSize(3);
        assertThat(TokenSettings.mistakes(nothing, Set.of(), false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"HS256", "HS384", "HS512"})
    void mistakes_symmetricAlgorithm_refusedEverywhere(SignatureAlgorithm algorithm) {
        settings.setSignatureAlgorithm(Set.of(algorithm, SignatureAlgorithm.RS256));

        assertThat(TokenSettings.mistakes(settings, Set.of(), false))
                .singleElement()
                .asString()
                .contains("asymmetric");
    }

    @Test
    void mistakes_secretKey_refusedEverywhere() {
        settings.setSecretKeyContent("secret");

        assertThat(TokenSettings.mistakes(settings, Set.of(), false))
                .singleElement()
                .asString()
                .contains("no secret key");
    }

    @Test
    void mistakes_singleKeyWithSeveralAlgorithms_ambiguous() {
        settings.setPublicKeyContent("-----BEGIN PUBLIC KEY-----");

        assertThat(TokenSettings.mistakes(settings, Set.of(), false))
                .singleElement()
                .asString()
                .contains("PEM");
    }

    @Test
    void mistakes_singleKeyWithItsAlgorithm_none() {
        settings.setPublicKeyContent("-----BEGIN PUBLIC KEY-----");
        settings.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256));

        assertThat(TokenSettings.mistakes(settings, Set.of(), true)).isEmpty();
    }

    @Test
    void mistakes_keySetWithSeveralAlgorithms_none() {
        settings.setPublicKeyContent("\n{\"keys\":[]}");

        assertThat(TokenSettings.mistakes(settings, Set.of(), true)).isEmpty();
    }
}
