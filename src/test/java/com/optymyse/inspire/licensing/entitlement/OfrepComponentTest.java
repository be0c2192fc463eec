package com.optymyse.inspire.licensing.entitlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.EventStream;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.TestClock;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenFeature Remote Evaluation Protocol 0.3.0, to the letter. */
@QuarkusTest
class OfrepComponentTest extends LicensingTest {

    private static final String ALL = "/ofrep/v1/evaluate/flags";
    private static final String ONE = ALL + "/";
    private static final String NO_CONTEXT = "{\"context\":{}}";

    @TestHTTPResource("/")
    URI root;

    @Inject
    TestClock clock;

    @Inject
    StreamConfig config;

    private Api service;

    @BeforeEach
    void unlicensed() {
        service = new Api(Tokens.withoutRole());
    }

    @AfterEach
    void byTheRealTime() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({"SSO_SAML, false, off", "LICENSED, false, off"})
    void flag_unlicensed_isOff(String key, boolean value, String variant) {
        evaluate(key)
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("key", equalTo(key))
                .body("value", equalTo(value))
                .body("reason", equalTo("STATIC"))
                .body("variant", equalTo(variant))
                .body("metadata.standing", equalTo("unlicensed"));
    }

    @Test
    void flag_licensed_isOnFromTheVeryAnswerOfTheActivation() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        evaluate("SSO_SAML").body("value", equalTo(true)).body("variant", equalTo("on"));
        evaluate("LICENSED").body("value", equalTo(true)).body("metadata.standing", equalTo("licensed"));
    }

    @Test
    void flag_limit_isAnInteger() {
        evaluate("MAX_DISPLAYS").body("value", equalTo(0)).body("$", not(hasKey("variant")));

        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        JsonPath limits = admin.get("/limits").extract().jsonPath();
        assertThat(limits.getInt("maxDisplays")).isPositive();
        evaluate("MAX_DISPLAYS").body("value", equalTo(limits.getInt("maxDisplays")));
    }

    @Test
    void flag_unlimited_isTheLargestIntegerOfClients() {
        sandbox.change("DEMO-ENTERPRISE", Map.of("metadata", Map.of("maxAgiles", -1)));
        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        evaluate("MAX_AGILES").body("value", equalTo(2147483647)).body("variant", equalTo("unlimited"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_SUCH_FLAG", "a/b", "%20", "licensed"})
    void flag_unknown_notFoundWithItsKey(String key) {
        service.request()
                .urlEncodingEnabled(false)
                .body(NO_CONTEXT)
                .post(ONE + key)
                .then()
                .statusCode(404)
                .contentType(ContentType.JSON)
                .body("key", equalTo(key.equals("%20") ? " " : key))
                .body("errorCode", equalTo("FLAG_NOT_FOUND"))
                .body("$", hasKey("errorDetails"))
                .body("metadata", anEmptyMap());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                NO_CONTEXT,
                "{}",
                "{\"context\":null}",
                "{\"context\":{\"targetingKey\":\"screen-1\",\"plan\":{\"deep\":[1]}},\"later\":true}"
            })
    void flag_anyContext_accepted(String body) {
        service.post(ONE + "LICENSED", body).statusCode(200);
        service.post(ALL, body).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{           | PARSE_ERROR",
                "[]          | PARSE_ERROR",
                "''          | PARSE_ERROR",
                "{\"context\":7} | INVALID_CONTEXT",
                "{\"context\":{\"targetingKey\":7}} | INVALID_CONTEXT",
                "{\"context\":{},\"context\":{}} | PARSE_ERROR",
                "{\"context\":{}} {} | PARSE_ERROR"
            })
    void evaluate_badBody_badRequestInTheProtocolsForm(String body, String errorCode) {
        service.post(ONE + "LICENSED", body)
                .statusCode(400)
                .contentType(ContentType.JSON)
                .body("key", equalTo("LICENSED"))
                .body("errorCode", equalTo(errorCode));
        service.post(ALL, body)
                .statusCode(400)
                .body("$", not(hasKey("key")))
                .body("errorCode", equalTo(errorCode))
                .body("metadata", anEmptyMap());
    }

    /** JSON that a parser may refuse to read, though it is JSON. */
    @ParameterizedTest
    @MethodSource
    void evaluate_oddJson_badRequest(String body) {
        service.post(ONE + "LICENSED", body).statusCode(400).body("errorCode", equalTo("INVALID_CONTEXT"));
        service.post(ALL, body).statusCode(400).body("errorCode", equalTo("INVALID_CONTEXT"));
    }

    static Stream<String> evaluate_oddJson_badRequest() {
        return Stream.of(
                "{\"context\":{\"deep\":" + "[".repeat(999) + "]".repeat(999) + "}}",
                "{\"deep\":" + "{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000) + "}",
                "{\"context\":{\"long\":" + "7".repeat(1_001) + "}}",
                "{\"context\":{\"" + "n".repeat(60_000) + "\":1}}");
    }

    @Test
    void evaluate_withoutToken_unauthorizedInTheProtocolsForm() {
        given().contentType(ContentType.JSON)
                .body(NO_CONTEXT)
                .post(ONE + "LICENSED")
                .then()
                .statusCode(401)
                .contentType(ContentType.JSON)
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("key", equalTo("LICENSED"))
                .body("errorCode", equalTo("GENERAL"));
        new Api("stale").post(ALL, NO_CONTEXT).statusCode(401).body("errorCode", equalTo("GENERAL"));
    }

    @Test
    void evaluate_otherWrongRequests_inTheProtocolsForm() {
        service.get(ALL).statusCode(405).contentType(ContentType.JSON).body("errorCode", equalTo("GENERAL"));
        service.request()
                .contentType(ContentType.TEXT)
                .body("x")
                .post(ALL)
                .then()
                .statusCode(415)
                .contentType(ContentType.JSON)
                .body("errorCode", equalTo("GENERAL"))
                .body("errorDetails", containsString("application/json"));
        service.request()
                .body("x".repeat(4_000_000))
                .post(ALL)
                .then()
                .statusCode(413)
                .contentType(ContentType.JSON)
                .body("errorCode", equalTo("GENERAL"));
        service.post("/ofrep/v1/nothing").statusCode(404).body("errorCode", equalTo("GENERAL"));
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void evaluate_longContextInManyPieces_isReadOrRefusedByItsLength(HttpClient.Version version) throws Exception {
        String context = "{\"context\":{\"note\":\"%s\"}}";

        assertThat(send(version, context.replace("%s", "x".repeat(65_000))).statusCode())
                .isEqualTo(200);
        HttpResponse<String> tooLong = send(version, context.replace("%s", "x".repeat(66_000)));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(JsonPath.from(tooLong.body()).getString("errorCode")).isEqualTo("INVALID_CONTEXT");
    }

    /** Who announces a body and waits to be told to send it; curl does for long ones. */
    @Test
    void evaluate_clientWaitsToGoOn_isToldTo() throws Exception {
        HttpRequest request = evaluation(BodyPublishers.ofString(NO_CONTEXT))
                .version(HttpClient.Version.HTTP_1_1)
                .expectContinue(true)
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }

    private HttpResponse<String> send(HttpClient.Version version, String body) throws Exception {
        BodyPublisher pieces =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(evaluation(pieces).version(version).build(), BodyHandlers.ofString());
        }
    }

    private HttpRequest.Builder evaluation(BodyPublisher body) {
        return HttpRequest.newBuilder(root.resolve(ONE + "LICENSED"))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + Tokens.withoutRole())
                .header("Content-Type", "application/json")
                .POST(body);
    }

    @Test
    void flags_all_hasEntitlementsAndLimits() {
        admin.activate("DEMO-STARTER").statusCode(200);

        service.post(ALL, NO_CONTEXT)
                .statusCode(200)
                .body("flags.key", hasItem("AI_CREDITS_PER_MONTH"))
                .body("flags.find { it.key == 'MFA' }.value", equalTo(true))
                .body("flags.find { it.key == 'SSO_SAML' }.value", equalTo(false))
                .body("metadata", hasEntry("standing", "licensed"))
                .body("eventStreams.type", equalTo(List.of("sse")));
    }

    @Test
    void flags_oneEntitlementChanges_oneFlagIsAnother() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        List<Map<String, Object>> before =
                service.post(ALL, NO_CONTEXT).extract().path("flags");
        sandbox.change("DEMO-ENTERPRISE", Map.of("entitlements", allBut("MFA")));
        admin.post("/license/revalidate").statusCode(200);

        List<Map<String, Object>> after =
                service.post(ALL, NO_CONTEXT).extract().path("flags");

        assertThat(after)
                .hasSameSizeAs(before)
                .allSatisfy(flag -> assertThat(flag).containsEntry("metadata", Map.of()));
        assertThat(after.stream().filter(flag -> !before.contains(flag)).map(flag -> flag.get("key")))
                .containsExactly("MFA");
    }

    private List<String> allBut(String code) {
        List<String> granted = admin.get("/entitlements").extract().path("entitlements.findAll { it.granted }.code");
        return granted.stream().filter(other -> !other.equals(code)).toList();
    }

    @Test
    void flags_knownTag_notModifiedUntilSomethingChanges() {
        String tag = service.post(ALL, NO_CONTEXT).extract().header("ETag");

        assertThat(tag).startsWith("\"");
        flags(tag).statusCode(304).header("ETag", tag);
        flags("\"other\", W/" + tag).statusCode(304);
        flags("*").statusCode(304);
        flags("\"other\"").statusCode(200);

        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        flags(tag).statusCode(200).header("ETag", not(tag));
    }

    @Test
    void flags_sameHour_oneTagForAll() {
        Response one = service.request().body(NO_CONTEXT).post(ALL);
        Response other =
                admin.request().body("{\"context\":{\"targetingKey\":\"x\"}}").post(ALL);

        assertThat(other.header("ETag")).isEqualTo(one.header("ETag"));
    }

    @Test
    void events_addressOfTheAnswer_tellsEachChange() {
        try (EventStream stream = EventStream.open(events(), null)) {
            EventStream.Event first = stream.next();

            assertThat(first.name()).isEqualTo("message");
            // Weak tags are for answers that may be compressed.
            assertThat(first.id()).matches("\"[0-9a-f]{32}\"");
            flags(first.id()).statusCode(304);
            JsonPath data = JsonPath.from(first.data());
            assertThat(data.getString("type")).isEqualTo("refetchEvaluation");
            assertThat(data.getString("etag")).isEqualTo(first.id());

            admin.activate("DEMO-ENTERPRISE").statusCode(200);

            flags(stream.next().id()).statusCode(304);
        }
    }

    @Test
    void events_capability_goodForItsHourAndTheNext() {
        Instant hour = clock.instant().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.HOURS);
        clock.stopAt(hour);
        URI address = events();
        try (EventStream stream = EventStream.open(address, null)) {
            stream.next();

            clock.stopAt(hour.plus(Duration.ofHours(1)));

            // A new hour has a new capability: clients are told to fetch it.
            flags(stream.next().id()).statusCode(304);
            assertThat(events()).isNotEqualTo(address);
            given().head(address).then().statusCode(200);

            clock.stopAt(hour.plus(Duration.ofHours(2)));

            stream.awaitEnd();
        }
        given().get(address).then().statusCode(401).body("errorCode", equalTo("GENERAL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?c=", "?c=AAAAAAAAAAAAAAAAAAAAAA", "?c=not*base64"})
    void events_noCapability_unauthorized(String query) {
        given().get("/ofrep/v1/events" + query).then().statusCode(401).body("errorCode", equalTo("GENERAL"));
    }

    /** All who show no token have their places together. */
    @Test
    void events_oftenerThanThoseWithoutTokenMayListen_tooManyRequests() {
        URI address = events();
        List<EventStream> all = new ArrayList<>();
        for (int place = 0; place < config.listenersPerSubject().orElseThrow(); place++) {
            all.add(EventStream.open(address, null));
        }
        assertThat(all).allSatisfy(stream -> assertThat(stream.status()).isEqualTo(200));

        given().get(address)
                .then()
                .statusCode(429)
                .contentType(ContentType.JSON)
                .header("Retry-After", "30")
                .body("errorCode", equalTo("GENERAL"))
                .body("errorDetails", containsString("without a token"))
                .body("metadata", anEmptyMap());
        try (EventStream another = EventStream.open(root.resolve("/entitlements/stream"), Tokens.withoutRole())) {
            assertThat(another.status()).isEqualTo(200);
        }
        all.forEach(EventStream::close);
    }

    @Test
    void events_capability_opensNothingElse() {
        String capability = events().getQuery().substring(2);

        new Api(capability).get("/entitlements").statusCode(401);
        given().queryParam("c", capability).get("/entitlements").then().statusCode(401);
    }

    private ValidatableResponse evaluate(String key) {
        return service.post(ONE + key, NO_CONTEXT);
    }

    private ValidatableResponse flags(String knownTags) {
        return service.request()
                .header("If-None-Match", knownTags)
                .body(NO_CONTEXT)
                .post(ALL)
                .then();
    }

    private URI events() {
        String address = service.post(ALL, NO_CONTEXT).extract().path("eventStreams[0].endpoint.requestUri");
        return root.resolve(address);
    }
}
