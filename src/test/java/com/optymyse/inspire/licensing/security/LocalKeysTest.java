package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file with the keys that is not there yet when the service starts, or holds something else. */
class LocalKeysTest {

    @TempDir
    Path folder;

    private final PublicJsonWebKey key = KeyServer.key("first");
    private final CountingClock clock = new CountingClock();
    private final Incidents incidents = new Incidents(clock);

    private Path file;
    private LocalKeys keys;

    /** Keys that are there. */
    static LocalKeys keys(JWTAuthContextInfo settings) {
        return new LocalKeys(settings, new Incidents(new CountingClock()).watch("They are back."));
    }

    @BeforeEach
    void settings() {
        file = folder.resolve("keys.json");
        JWTAuthContextInfo settings = new JWTAuthContextInfo();
        settings.setSignatureAlgorithm(Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.RS256));
        settings.setPublicKeyLocation(file.toUri().toString());
        keys = new LocalKeys(settings, incidents.watch("They are back."));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "<html>Sign in to the guest network</html>", "{}", "{\"keys\":[]}"})
    void key_fileIsNoKeySetAtFirst_unavailableUntilItIs(String content) throws IOException {
        if (content != null) {
            Files.writeString(file, content);
        }

        try (LogRecorder log = LogRecorder.start()) {
            keys.tend();
            assertThat(keys.available()).isFalse();
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> keys.key(signed(key)));
            assertThat(refusal.code()).isEqualTo(RefusalCode.IDENTITY_PROVIDER_UNREACHABLE);
            assertThat(refusal.retryAfterSeconds()).hasValue(5);
            write(key);
            keys.tend();

            assertThat(keys.available()).isTrue();
            assertThat(keys.key(signed(key))).isEqualTo(key.getPublicKey());
            clock.pass(Duration.ofSeconds(30));
            incidents.look();
            assertThat(log.lines(Level.WARNING, "can't read the keys"))
                    .singleElement()
                    .asString()
                    .contains(file.toUri().toString(), "The cause: ");
            assertThat(log.lines(Level.WARNING, "They are back.")).hasSize(1);
        }
    }

    /** By the first of the algorithms alone it would be no key, or by chance. */
    @ParameterizedTest
    @MethodSource("orders")
    void key_inPem_isReadWhicheverAlgorithmIsNamedFirst(List<SignatureAlgorithm> order) throws IOException {
        JWTAuthContextInfo settings = new JWTAuthContextInfo();
        settings.setSignatureAlgorithm(new LinkedHashSet<>(order));
        settings.setPublicKeyLocation(file.toUri().toString());
        String encoded =
                Base64.getMimeEncoder().encodeToString(key.getPublicKey().getEncoded());
        Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n");

        assertThat(keys(settings).key(signed(key))).isEqualTo(key.getPublicKey());
    }

    static List<List<SignatureAlgorithm>> orders() {
        return List.of(
                List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256),
                List.of(SignatureAlgorithm.ES256, SignatureAlgorithm.RS256));
    }

    @Test
    void key_notInTheFile_isBad() throws IOException {
        write(key);

        BadToken bad = catchThrowableOfType(BadToken.class, () -> keys.key(signed(KeyServer.key("next"))));

        assertThat(bad.check()).isEqualTo(TokenCheck.KEY);
        assertThat(keys.available()).isTrue();
    }

    private void write(PublicJsonWebKey signer) throws IOException {
        Files.writeString(file, new JsonWebKeySet(signer).toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    private static SignedToken signed(PublicJsonWebKey signer) {
        return SignedToken.read(KeyServer.token(signer, Map.of()), Set.of("ES256"));
    }
}
