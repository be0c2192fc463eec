package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.optymyse.inspire.licensing.background.JwksRefresh;
import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.PrivateAuthority;
import com.optymyse.inspire.licensing.testing.TlsFront;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import javax.net.ssl.SSLContext;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way in which a key set can't be had, at the first fetch and later: what is said of it, and that it is over by itself. */
class KeySetFaultsTest {

    private static final Duration NEXT_TASK = JwksRefresh.EVERY;
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @TempDir
    static Path folder;

    private static PrivateAuthority authority;
    private static SSLContext good;
    private static SSLContext ofAnotherAuthority;

    private final PublicJsonWebKey key = KeyServer.key("first");
    private final PublicJsonWebKey next = KeyServer.key("next");
    private final CountingClock clock = new CountingClock();
    private final Incidents incidents = new Incidents(clock);

    private KeyServer server;
    private TlsFront front;
    private JWTAuthContextInfo settings;
    private JwksKeys keys;

    /** What goes wrong, and the word of it that the log must have. */
    enum Fault {
        DOWN("Connection refused"),
        NOT_FOUND("404"),
        PAGE_OF_SOMEBODY_ELSE("not a key set"),
        TLS("PKIX path");

        private final String word;

        Fault(String word) {
            this.word = word;
        }
    }

    @BeforeAll
    static void issue(@TempDir Path elsewhere) {
        authority = PrivateAuthority.in(folder);
        good = authority.serverTls("localhost");
        ofAnotherAuthority = PrivateAuthority.in(elsewhere).serverTls("localhost");
    }

    @BeforeEach
    void start() throws IOException {
        server = new KeyServer(key);
        front = TlsFront.of(server.url(), good, "TLSv1.3");
        settings = server.settings();
    }

    @AfterEach
    void stop() throws IOException {
        front.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void key_cantBeHadAtTheFirstFetch_unavailableUntilTheNextTask(Fault fault) throws IOException {
        keys(fault);
        begin(fault);

        try (LogRecorder log = LogRecorder.start()) {
            assertThat(isAway(key).retryAfterSeconds()).hasValue(5);
            assertThat(keys.available()).isFalse();
            end(fault);
            clock.pass(NEXT_TASK);
            keys.tend();

            assertThat(keys.available()).isTrue();
            isKnown(key);
            assertToldOnce(log, fault);
        }
    }

    @ParameterizedTest
    @EnumSource
    void key_cantBeHadLater_unknownIsUnavailableAndKnownCountsUntilTheNextTask(Fault fault) throws IOException {
        keys(fault);
        isKnown(key);
        begin(fault);

        try (LogRecorder log = LogRecorder.start()) {
            clock.pass(TEN_MINUTES);
            isKnown(key);
            assertThat(isAway(next).retryAfterSeconds()).hasValue(5);
            assertThat(keys.available()).isFalse();
            end(fault);
            server.serve(key, next);
            clock.pass(NEXT_TASK);
            keys.tend();

            assertThat(keys.available()).isTrue();
            isKnown(next);
            assertToldOnce(log, fault);
        }
    }

    /** Its set is fresh, so that nobody but the bearer of an unknown key asks for it. */
    @ParameterizedTest
    @EnumSource
    void key_unknownAndTheFetchForItFails_unavailableUntilTheNextTask(Fault fault) throws IOException {
        keys(fault);
        isKnown(key);
        begin(fault);

        try (LogRecorder log = LogRecorder.start()) {
            clock.pass(NEXT_TASK);
            assertThat(isAway(next).retryAfterSeconds()).hasValue(5);
            assertThat(keys.available()).isFalse();
            end(fault);
            server.serve(key, next);
            clock.pass(NEXT_TASK);
            keys.tend();

            assertThat(keys.available()).isTrue();
            isKnown(next);
            assertToldOnce(log, fault);
        }
    }

    /** The library takes it for an empty list of authorities. */
    @ParameterizedTest
    @ValueSource(strings = {"", "-----BEGIN CERTIFICATE-----\nMIIB", "no certificate"})
    void key_authoritysFileIsWrongAtFirst_unavailableUntilTheNextTask(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("trusted.pem"), content);
        settings.setPublicKeyLocation("https://localhost:" + front.port() + "/keys");
        settings.setTlsCertificatePath(file.toString());
        keys = new JwksKeys(settings, new JwksFetcher(settings), clock, incidents.watch("They are back."));
        isAway(key);

        Files.copy(authority.certificate(), file, StandardCopyOption.REPLACE_EXISTING);
        clock.pass(NEXT_TASK);
        keys.tend();

        isKnown(key);
    }

    @Test
    void outage_longestTimeUntilItIsNoticedThatItIsOver_tenSeconds() {
        assertThat(JwksRefresh.EVERY.plus(JwksFetcher.LONGEST)).isLessThan(Duration.ofSeconds(10));
    }

    private void keys(Fault fault) {
        if (fault == Fault.TLS) {
            settings.setPublicKeyLocation("https://localhost:" + front.port() + "/keys");
            settings.setTlsCertificatePath(authority.certificate().toString());
        }
        keys = new JwksKeys(settings, new JwksFetcher(settings), clock, incidents.watch("They are back."));
    }

    private void begin(Fault fault) {
        switch (fault) {
            case DOWN -> server.close();
            case NOT_FOUND -> server.answer(404, "Not found");
            case PAGE_OF_SOMEBODY_ELSE -> server.answer(200, "<html>Sign in to the guest network</html>");
            case TLS -> front.present(ofAnotherAuthority);
        }
    }

    private void end(Fault fault) throws IOException {
        switch (fault) {
            case DOWN -> server.reopen();
            case NOT_FOUND, PAGE_OF_SOMEBODY_ELSE -> server.serve(key);
            case TLS -> front.present(good);
        }
    }

    /** One warning when it begins, and one when it has been over for a while. */
    private void assertToldOnce(LogRecorder log, Fault fault) {
        clock.pass(Duration.ofSeconds(30));
        incidents.look();
        incidents.look();

        assertThat(log.lines(Level.WARNING, "")).hasSize(2);
        assertThat(log.lines(Level.WARNING, "").getFirst())
                .contains(
                        "The service can't fetch the key set of the identity provider",
                        settings.getPublicKeyLocation(),
                        fault.word);
        assertThat(log.lines(Level.WARNING, "").getLast()).isEqualTo("They are back.");
    }

    private void isKnown(PublicJsonWebKey signer) {
        assertThat(keys.key(signed(signer))).isEqualTo(signer.getPublicKey());
    }

    private Refusal isAway(PublicJsonWebKey signer) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> keys.key(signed(signer)));
        assertThat(refusal.code()).isEqualTo(RefusalCode.IDENTITY_PROVIDER_UNREACHABLE);
        return refusal;
    }

    private static SignedToken signed(PublicJsonWebKey signer) {
        return SignedToken.read(KeyServer.token(signer, Map.of()), Set.of("ES256"));
    }
}
