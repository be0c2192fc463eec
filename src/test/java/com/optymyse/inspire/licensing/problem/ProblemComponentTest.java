package com.optymyse.inspire.licensing.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, at whatever place, the answer is a problem. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class ProblemComponentTest {

    private static final String FIVE_MEGABYTES = "{\"text\":\"" + "a".repeat(5_000_000) + "\"}";

    @TestHTTPResource("/probe")
    URI probe;

    @ParameterizedTest
    @EnumSource
    void refused_anyCode_problemThatLeadsToItsPage(RefusalCode code) {
        ValidatableResponse answer = given().get("/probe/refused/" + code).then();

        isProblem(answer, code).body("detail", equalTo("This was asked for."));
        String page = answer.extract().path("type");
        given().get(page).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY_REQUESTS, 60",
        "IDENTITY_PROVIDER_UNREACHABLE, 5",
        "STARTING, 5",
        "STOPPING, 5",
        "OPERATION_IN_PROGRESS, 5"
    })
    void refused_forAWhile_saysForHowLong(RefusalCode code, String seconds) {
        isProblem(given().get("/probe/refused/" + code).then(), code).header("Retry-After", seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/probe/nowhere", "/q/nowhere", "/problems/nowhere", "/nowhere.css"})
    void get_nothingThere_notFound(String path) {
        isProblem(given().get(path).then(), RefusalCode.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /probe,            'OPTIONS, POST'",
        "GET,    /probe,            'OPTIONS, POST'",
        "POST,   /probe/admin,      'GET, HEAD, OPTIONS'",
        "PUT,    /problems/too-large, 'GET, HEAD, OPTIONS'"
    })
    void call_otherMethod_notAllowedAndTellsWhichAre(String method, String path, String allowed) {
        isProblem(given().request(method, path).then(), RefusalCode.METHOD_NOT_ALLOWED)
                .header("Allow", allowed);
    }

    @Test
    void post_nothingReadsIt_notFound() {
        isProblem(given().post("/problems.css").then(), RefusalCode.NOT_FOUND);
    }

    @Test
    void get_formatThatIsNotThere_notAcceptable() {
        isProblem(given().accept("image/png").get("/problems").then(), RefusalCode.NOT_ACCEPTABLE);
    }

    @Test
    void post_text_unsupportedMediaType() {
        isProblem(
                given().contentType(ContentType.TEXT)
                        .body("text")
                        .post("/probe")
                        .then(),
                RefusalCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void get_unexpectedException_namedButNotTold() {
        isProblem(given().get("/probe/broken").then(), RefusalCode.INTERNAL_ERROR)
                .body("instance", startsWith("urn:uuid:"))
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text":1}           | text
            {"number":"1"}       | number
            {"other":1}          | other
            {"text":"refuse me"} | text
            {"nested":{}}        | nested.depth
            {"text":             | body
            null                 | body
            ``                   | body
            """)
    void post_badJson_namesTheField(String body, String field) {
        isProblem(json().body(body).post("/probe").then(), RefusalCode.INVALID_REQUEST)
                .body("field", equalTo(field));
    }

    /** JSON that a parser may refuse to read, though it is JSON. */
    @ParameterizedTest
    @MethodSource
    void post_oddJson_invalidRequest(String body) {
        isProblem(json().body(body).post("/probe").then(), RefusalCode.INVALID_REQUEST);
    }

    static Stream<String> post_oddJson_invalidRequest() {
        return Stream.of(
                "{\"list\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}",
                "{\"number\":" + "7".repeat(1_001) + "}",
                "{\"number\":1e" + "9".repeat(1_001) + "}",
                "{\"" + "n".repeat(60_000) + "\":1}");
    }

    /** The first bytes are those of a text in UTF-32, in an order that nobody uses. */
    @Test
    void post_noText_saysThatItIsNoJson() {
        isProblem(
                        json().body(HexFormat.of().parseHex("0000fffe7b7d"))
                                .post("/probe")
                                .then(),
                        RefusalCode.INVALID_REQUEST)
                .body("field", equalTo("body"))
                .body("detail", equalTo("The body is not valid JSON: its bytes are not text in UTF-8."));
    }

    @Test
    void post_noBodyAtAll_saysSo() {
        isProblem(json().post("/probe").then(), RefusalCode.INVALID_REQUEST)
                .body("field", equalTo("body"))
                .body("detail", equalTo("The request needs a body, in JSON."));
    }

    @ParameterizedTest
    @CsvSource({
        "/probe/limited?limit=0,   limit, The field “limit” must be greater than or equal to 1.",
        "/probe/limited?limit=101, limit, The field “limit” must be less than or equal to 100.",
        "/probe/limited?limit=x,        , A parameter in the address has a value that can't be read."
    })
    void get_badParameter_invalidRequest(String path, String field, String detail) {
        isProblem(given().get(path).then(), RefusalCode.INVALID_REQUEST)
                .body("field", equalTo(field))
                .body("detail", equalTo(detail));
    }

    @Test
    void get_answerBreaksAConstraint_internalError() {
        isProblem(given().get("/probe/limited?limit=50").then(), RefusalCode.INTERNAL_ERROR);
    }

    @ParameterizedTest
    @MethodSource("fiveMegabytes")
    void post_fiveMegabytes_tooLarge(BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(probe)
                .header("Content-Type", "application/json")
                .POST(body)
                .build();

        HttpResponse<String> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(answer.body()).contains("\"code\":\"too-large\"");
    }

    static Stream<BodyPublisher> fiveMegabytes() {
        BodyPublisher declared = BodyPublishers.ofString(FIVE_MEGABYTES);
        BodyPublisher undeclared = BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(FIVE_MEGABYTES.getBytes(StandardCharsets.UTF_8)));
        return Stream.of(declared, undeclared);
    }

    @Test
    void post_justBelowTheLimit_read() {
        json().body("{\"text\":\"" + "a".repeat(3_000_000) + "\"}")
                .post("/probe")
                .then()
                .statusCode(200);
    }

    @Test
    void head_get_sameWithoutBody() {
        given().head("/problems").then().statusCode(200).body(is(emptyString()));
        given().head("/probe/broken")
                .then()
                .statusCode(500)
                .contentType(Problem.MEDIA_TYPE)
                .body(is(emptyString()));
    }

    /** Clients of OFREP read no problem documents, whatever goes wrong. */
    @ParameterizedTest
    @CsvSource({"'', /ofrep/v1/probe, 403", "Admin, /ofrep/v1/probe/broken, 500", "Admin, /ofrep/v1/nowhere, 404"})
    void post_ofrep_errorInTheProtocolsForm(String role, String path, int status) {
        given().auth()
                .oauth2(role.isEmpty() ? Tokens.withoutRole() : Tokens.withRole(role))
                .post(path)
                .then()
                .statusCode(status)
                .contentType(ContentType.JSON)
                .body("errorCode", equalTo("GENERAL"))
                .body("errorDetails", not(containsString("secret")));
    }

    @Test
    void options_address_tellsItsMethods() {
        given().options("/probe/admin").then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
        given().options("/probe").then().statusCode(204).header("Allow", "OPTIONS, POST");
        isProblem(given().options("/probe/nowhere").then(), RefusalCode.NOT_FOUND);
    }

    @Test
    void get_otherOrigin_notInvited() {
        given().header("Origin", "https://elsewhere.example")
                .get("/problems")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static ValidatableResponse isProblem(ValidatableResponse answer, RefusalCode code) {
        ProblemType type = ProblemTypes.of(code);
        return answer.statusCode(type.status())
                .contentType(Problem.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body("type", equalTo("/problems/" + code.code()))
                .body("title", equalTo(type.title()))
                .body("status", equalTo(type.status()))
                .body("code", equalTo(code.code()));
    }

    private static RequestSpecification json() {
        return given().contentType(ContentType.JSON);
    }
}
