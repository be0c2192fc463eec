package com.optymyse.inspire.licensing.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.KeySetAddress;
import com.optymyse.inspire.licensing.testing.KeySetAddress.Fault;
import com.optymyse.inspire.licensing.testing.KeySetTestResource;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import com.optymyse.inspire.licensing.testing.TestMonotonicClock;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An identity provider whose key set can't be had when the service starts, comes, goes and comes back. */
@QuarkusTest
@Tag("thorough")
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
@WithTestResource(KeySetTestResource.class)
@TestMethodOrder(OrderAnnotation.class)
class IdentityProviderAwayComponentTest {

    private static final int CALLERS = 6;
    private static final int ANSWERS = 60;
    private static final int ONLY_ALIKE = 200;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    KeySetAddress identityProvider;

    @TestHTTPResource(value = "/health/ready", management = true)
    URI ready;

    @Inject
    TestMonotonicClock clock;

    @Inject
    VerificationKeys keys;

    @Inject
    FreshInstallation installation;

    private final AtomicInteger serial = new AtomicInteger();

    /** The first one: the service has only just started. */
    @Test
    @Order(1)
    void keySet_awayFromTheStartThenBackThenAwayUnderLoad_noGoodTokenIsCalledBad() throws Exception {
        installation.begin();
        isNotDecided();
        whatIsNoTokenIsRefused();
        assertThat(keys.available()).isFalse();
        given().get(ready).then().statusCode(200);

        identityProvider.comeBack(Fault.OTHER_PAGE);
        await().atMost(TIMEOUT).until(keys::available);
        ask(fresh()).statusCode(200);

        try (LogRecorder log = LogRecorder.start()) {
            awaitTold(log, 1);
            assertThat(statusesWhileItGoesAndComesBack()).containsExactly(200);

            assertThat(log.lines(Level.WARNING, "The service can't fetch the key set of the identity provider"))
                    .hasSize(1);
            awaitTold(log, 2);
        }
    }

    /** Nobody asks meanwhile: the service's own schedule notices that it is over. */
    @ParameterizedTest
    @EnumSource
    void keySet_goneForAnUnknownKeyAndBack_isFetchedByTheSchedule(Fault fault) {
        identityProvider.comeBack(Fault.OTHER_PAGE);
        await().atMost(TIMEOUT).until(keys::available);
        clock.pass(Duration.ofMinutes(1));
        identityProvider.goAway(fault);
        stranger().statusCode(503).header("Retry-After", "5");
        assertThat(keys.available()).isFalse();

        identityProvider.comeBack(fault);

        await().atMost(TIMEOUT).until(keys::available);
        ask(fresh()).statusCode(200);
    }

    /** What comes back is told when it has stayed for 30 seconds; what goes away meanwhile has never been back. */
    private void awaitTold(LogRecorder log, int times) {
        clock.pass(Duration.ofSeconds(30));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(log.lines(
                                Level.WARNING,
                                "The service can fetch the key set of the identity provider" + " again."))
                        .hasSize(times));
    }

    private void isNotDecided() {
        ask(fresh())
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .header("WWW-Authenticate", nullValue())
                .body("code", equalTo("identity-provider-unreachable"));
        given().auth()
                .oauth2(fresh())
                .contentType(ContentType.JSON)
                .body("{\"context\":{}}")
                .post("/ofrep/v1/evaluate/flags/LICENSED")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .header("WWW-Authenticate", nullValue())
                .body("key", equalTo("LICENSED"))
                .body("errorCode", equalTo("GENERAL"));
    }

    /** For that nobody needs a key, so that it makes no noise. */
    private static void whatIsNoTokenIsRefused() {
        try (LogRecorder log = LogRecorder.start()) {
            for (int number = 0; number < ONLY_ALIKE / 2; number++) {
                unsigned().statusCode(401);
                ask("a." + number + ".c").statusCode(401);
            }
            assertThat(log.warnings()).isEmpty();
        }
    }

    /** What tokens that nobody has seen before are answered with, by many callers at once. */
    private Set<Integer> statusesWhileItGoesAndComesBack() throws InterruptedException {
        Set<Integer> statuses = ConcurrentHashMap.newKeySet();
        AtomicInteger answers = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.execute(() -> {
                    while (!enough.get()) {
                        statuses.add(ask(fresh()).extract().statusCode());
                        answers.incrementAndGet();
                    }
                });
            }
            await().atMost(TIMEOUT).until(() -> answers.get() > ANSWERS);
            identityProvider.goAway(Fault.OTHER_PAGE);
            clock.pass(Duration.ofMinutes(10));
            await().atMost(TIMEOUT).until(() -> !keys.available());
            int before = answers.get();
            await().atMost(TIMEOUT).until(() -> answers.get() > before + ANSWERS);
            stranger().statusCode(503);
            identityProvider.comeBack(Fault.OTHER_PAGE);
            await().atMost(TIMEOUT).until(keys::available);
            enough.set(true);
        }
        return statuses;
    }

    private String fresh() {
        return Tokens.token(Map.of("jti", serial.incrementAndGet()));
    }

    private static ValidatableResponse unsigned() {
        return ask(Tokens.signed("none", null, Tokens.claims(Map.of())));
    }

    /** A token whose key nobody knows here. */
    private ValidatableResponse stranger() {
        PublicJsonWebKey key = KeyServer.key("stranger");
        return ask(KeyServer.token(key, Map.of()));
    }

    private static ValidatableResponse ask(String token) {
        return given().auth().oauth2(token).get("/entitlements").then();
    }
}
