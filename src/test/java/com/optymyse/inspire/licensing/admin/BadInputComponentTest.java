package com.optymyse.inspire.licensing.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.RawRequest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input and bad tokens: a problem that says what is wrong, and nothing changed, here or at the server. */
@QuarkusTest
class BadInputComponentTest extends LicensingTest {

    private static final String PROBLEM = "application/problem+json";

    @TestHTTPResource("/")
    URI root;

    private String before;

    @BeforeEach
    void remember() {
        before = admin.license();
        sandbox.forgetCalls();
    }

    @AfterEach
    void nothingChanged() {
        assertThat(admin.license()).isEqualTo(before);
        assertThat(sandbox.calls()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void activate_badBody_problemNamesTheField(String body, String field) {
        problem(admin.request().body(body).post("/license/activate").then(), 400, "invalid-request")
                .body("field", equalTo(field));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void preview_badBody_problemNamesTheField(String body, String field) {
        problem(admin.request().body(body).post("/license/preview").then(), 400, "invalid-request")
                .body("field", equalTo(field));
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of(body("licenseKey", "\"\""), "licenseKey"),
                Arguments.of(body("licenseKey", "\"  \\n\""), "licenseKey"),
                Arguments.of(body("licenseKey", "\"" + "K".repeat(10_240) + "\""), "licenseKey"),
                Arguments.of(body("licenseKey", "\"AB\\u0000CD\""), "licenseKey"),
                Arguments.of(body("licenseKey", "\"AB\\u0007CD\""), "licenseKey"),
                Arguments.of(body("licenseKey", "17"), "licenseKey"),
                Arguments.of(body("licenseKey", "{\"a\":1}"), "licenseKey"),
                Arguments.of(body("licenseKey", "[\"K\"]"), "licenseKey"),
                Arguments.of(body("licenseKey", "null"), "licenseKey"),
                Arguments.of(body("color", "\"red\""), "color"),
                Arguments.of("{\"method\":\"telepathy\",\"licenseKey\":\"K\"}", "method"),
                Arguments.of("{\"licenseKey\":\"K\"}", "method"),
                Arguments.of("{}", "method"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{", "[]", "\"text\"", "{\"method\":\"online\",\"method\":\"online\"}", "not json"})
    void activate_noJsonObject_problem(String body) {
        problem(admin.request().body(body).post("/license/activate").then(), 400, "invalid-request");
    }

    @Test
    void activate_fiveMegabytes_tooLarge() {
        String body = body("licenseKey", "\"" + "K".repeat(5 * 1024 * 1024) + "\"");

        problem(admin.request().body(body).post("/license/activate").then(), 413, "too-large");
    }

    @Test
    void activate_otherMediaType_problem() {
        problem(
                        given().auth()
                                .oauth2(sandbox.token("Admin"))
                                .contentType(ContentType.XML)
                                .body("<a/>")
                                .post("/license/activate")
                                .then(),
                        415,
                        "unsupported-media-type")
                .body("client", containsString("application/json"));
    }

    /** PostgreSQL has no text with it, so it must not get there. */
    @ParameterizedTest
    @CsvSource({
        "GET, /license/history?request=a%00b, 400",
        "GET, /license/history?before=%00, 400",
        "GET, /license/history?limit=%00, 400",
        "POST, /license/releases/a%00b/dismiss, 404",
        "GET, /entitlements/a%00b, 404",
        "GET, /problems/a%00b, 404",
        "GET, /a%00b, 404",
        "GET, /licensing/a%00b, 404",
        "GET, /q/swagger-ui/a%00b, 404"
    })
    void anything_u0000InTheAddress_clearlyRefused(String method, String address, int status) {
        admin.request()
                .urlEncodingEnabled(false)
                .request(method, address)
                .then()
                .statusCode(status);
    }

    @Test
    void anything_u0000InAHeader_refusedBeforeItIsARequest() {
        String head = "GET /license HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: a\0b\r\n\r\n";
        try (RawRequest request = RawRequest.begin(root, head)) {
            assertThat(request.readToTheEnd()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void license_otherMethod_problem() {
        problem(admin.request().put("/license").then(), 405, "method-not-allowed");
    }

    @Test
    void anything_noToken_unauthorized() {
        for (String path : new String[] {"/license", "/entitlements", "/entitlements/MFA", "/limits"}) {
            problem(given().get(path).then(), 401, "unauthorized").header("WWW-Authenticate", startsWith("Bearer"));
        }
        problem(
                given().contentType(ContentType.JSON)
                        .body("{")
                        .post("/license/activate")
                        .then(),
                401,
                "unauthorized");
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void anything_badToken_unauthorized(Map<String, ?> parameters) {
        Api caller = new Api(sandbox.token(parameters));

        problem(caller.get("/license"), 401, "unauthorized");
        problem(caller.get("/entitlements"), 401, "unauthorized");
    }

    static Stream<Map<String, ?>> badTokens() {
        return Stream.of(
                Map.of("role", "Admin", "issuer", "https://elsewhere.example/"),
                Map.of("role", "Admin", "audience", "another-service"),
                Map.of("role", "Admin", "expiresIn", -3600));
    }

    @Test
    void anything_unsignedToken_unauthorized() {
        String claims = sandbox.token("Admin").split("\\.", -1)[1];
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));

        problem(new Api(header + "." + claims + ".").get("/license"), 401, "unauthorized");
    }

    @Test
    void license_withoutTheRole_forbiddenButEntitlementsAnswered() {
        Api service = new Api(sandbox.token("Service"));

        problem(service.get("/license"), 403, "forbidden");
        problem(service.activate("DEMO-ENTERPRISE"), 403, "forbidden");
        problem(service.post("/license/deactivate"), 403, "forbidden");
        service.get("/entitlements").statusCode(200);
        service.get("/limits").statusCode(200);
        new Api(sandbox.token("")).get("/entitlements").statusCode(200);
    }

    private static String body(String field, String value) {
        return "licenseKey".equals(field)
                ? "{\"method\":\"online\",\"licenseKey\":" + value + "}"
                : "{\"method\":\"online\",\"licenseKey\":\"K\",\"" + field + "\":" + value + "}";
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType(startsWith(PROBLEM))
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", endsWith("/problems/" + code));
    }
}
