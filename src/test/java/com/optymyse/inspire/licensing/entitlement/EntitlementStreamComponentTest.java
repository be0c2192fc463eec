package com.optymyse.inspire.licensing.entitlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.EventStream;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.TestClock;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EntitlementStreamComponentTest extends LicensingTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    @TestHTTPResource("/entitlements/stream")
    URI address;

    @Inject
    TestClock clock;

    @Inject
    SseBroadcaster listeners;

    @Inject
    StreamConfig config;

    @Inject
    BeanManager observers;

    @ConfigProperty(name = "mp.jwt.verify.clock.skew")
    int leeway;

    @AfterEach
    void byTheRealTime() {
        clock.reset();
    }

    /** Whoever listens comes back at once, to a replica that goes on. */
    @Test
    void stop_ofTheService_endsTheStreamsBeforeItWaitsForOperations() {
        assertThat(observers.resolveObserverMethods(new ShutdownDelayInitiatedEvent()))
                .extracting(observer -> observer.getBeanClass().getSimpleName())
                .containsSubsequence("SseBroadcaster", "Operations");
    }

    @Test
    void stream_onConnect_isTheWholeStateWithItsTag() {
        try (EventStream stream = open()) {
            EventStream.Event event = stream.next();

            Response asked = new Api(Tokens.withoutRole()).request().get("/entitlements");
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
            assertThat(event.name()).isEqualTo("entitlements");
            assertThat(event.id()).isEqualTo(asked.header("ETag"));
            assertThat(event.data()).isEqualTo(asked.asString());
        }
    }

    @Test
    void stream_activation_isPushed() {
        try (EventStream stream = open()) {
            assertThat(standing(stream.next())).isEqualTo("unlicensed");

            admin.activate("DEMO-ENTERPRISE").statusCode(200);

            assertThat(standing(stream.next())).isEqualTo("licensed");
        }
    }

    @Test
    void stream_changeThatTimeAloneBrings_isPushed() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        try (EventStream stream = open()) {
            assertThat(standing(stream.next())).isEqualTo("licensed");

            clock.move(Duration.ofDays(3));

            assertThat(standing(stream.next())).isEqualTo("grace");
        }
    }

    @Test
    void stream_endOfTheToken_endsTheStream() {
        Instant expiry = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));
        String token = Tokens.token(Map.of("exp", expiry.getEpochSecond()));
        // From then on requests with the token are refused, and up to 30 seconds before the stream ends.
        Instant limit = expiry.plusSeconds(leeway);
        try (EventStream stream = EventStream.open(address, token)) {
            stream.next();

            clock.stopAt(limit.minusSeconds(31));
            awaitTwoHeartbeats(stream);

            clock.stopAt(limit);
            stream.awaitEnd();
        }
    }

    @Test
    void stream_clientHasThePresentState_commentUntilItChanges() {
        String present =
                new Api(Tokens.withoutRole()).request().get("/entitlements").header("ETag");
        try (EventStream stream = EventStream.open(address, token(), present)) {
            assertThat(stream.nextOfAny().comment()).isEqualTo("unchanged");

            admin.activate("DEMO-ENTERPRISE").statusCode(200);

            assertThat(standing(stream.next())).isEqualTo("licensed");
        }
    }

    /** A compressed stream would be a copy of its own for each client, and arrive late. */
    @Test
    void stream_clientAcceptsCompression_isNotCompressed() throws IOException {
        String request =
                "GET /entitlements/stream HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nAuthorization: Bearer "
                        + token() + "\r\n\r\n";
        try (Socket connection = new Socket(address.getHost(), address.getPort())) {
            connection.setSoTimeout((int) LONGEST.toMillis());
            connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));

            assertThat(answer.lines().takeWhile(line -> !line.startsWith("data:")))
                    .contains("event: entitlements")
                    .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("content-encoding"));
        }
    }

    @Test
    void stream_nothingHappens_isKeptAliveByComments() {
        try (EventStream stream = open()) {
            assertThat(stream.nextComment()).isEqualTo("heartbeat");
        }
    }

    @Test
    void stream_clientVanishes_isForgotten() {
        int before = listeners.count();
        EventStream stream = open();
        stream.next();
        assertThat(listeners.count()).isEqualTo(before + 1);

        stream.close();

        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(listeners.count()).isEqualTo(before));
    }

    @Test
    void stream_oftenerThanOneSubjectMayListen_tooManyRequests() {
        isFullAfterItsShare(Tokens.token(Map.of("sub", "crowd", "exp", FAR.getEpochSecond())));
    }

    /** Nothing but the name tells callers apart whose tokens have no subject. */
    @Test
    void stream_oftenerThanOneNameWithoutSubjectMayListen_tooManyRequests() {
        JwtClaims claims = Tokens.claims(Map.of("azp", "inspire-panel", "exp", FAR.getEpochSecond()));
        claims.unsetClaim("sub");

        isFullAfterItsShare(Tokens.signed("RS256", Tokens.developmentKey(), claims));
    }

    private void isFullAfterItsShare(String token) {
        List<EventStream> all = new ArrayList<>();
        for (int place = 0; place < config.listenersPerSubject().orElseThrow(); place++) {
            all.add(EventStream.open(address, token));
        }
        assertThat(all).allSatisfy(stream -> assertThat(stream.status()).isEqualTo(200));

        new Api(token)
                .get("/entitlements/stream")
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", "30")
                .body("code", equalTo("too-many-requests"));
        try (EventStream another = open()) {
            assertThat(another.status()).isEqualTo(200);
        }
        all.forEach(EventStream::close);
    }

    @Test
    void stream_withoutToken_isRefused() {
        given().get("/entitlements/stream")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthorized"));
    }

    @Test
    void head_isAnsweredAndNobodyListens() {
        int before = listeners.count();

        new Api(Tokens.withoutRole())
                .request()
                .head("/entitlements/stream")
                .then()
                .statusCode(200)
                .contentType("text/event-stream");

        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(listeners.count()).isEqualTo(before));
    }

    private EventStream open() {
        return EventStream.open(address, token());
    }

    /** The first of them may have been on its way. */
    private static void awaitTwoHeartbeats(EventStream stream) {
        for (int heartbeat = 0; heartbeat < 2; heartbeat++) {
            assertThat(stream.nextComment()).isEqualTo("heartbeat");
        }
    }

    private static String token() {
        return Tokens.token(Map.of("exp", FAR.getEpochSecond()));
    }

    private static String standing(EventStream.Event event) {
        return JsonPath.from(event.data()).getString("standing");
    }
}
