package com.optymyse.inspire.licensing.entitlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.OtherSettings;
import com.optymyse.inspire.licensing.testing.RawRequest;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the two settings that docs/consumers.md names, pages of the one site may ask, and those of no other. */
@QuarkusTest
@TestProfile(OtherSettings.class)
@Tag("thorough")
class CrossOriginAllowedComponentTest {

    private static final String SITE = OtherSettings.SITE;

    @TestHTTPResource("/")
    URI root;

    @Inject
    FreshInstallation installation;

    @BeforeEach
    void unlicensed() {
        installation.begin();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /ofrep/v1/evaluate/flags",
        "POST, /ofrep/v1/evaluate/flags/MFA",
        "GET, /ofrep/v1/events",
        "GET, /entitlements",
        "GET, /entitlements/MFA",
        "GET, /entitlements/stream",
        "GET, /entitlements/token"
    })
    void preflight_theSite_mayAskWithATokenAndATag(String method, String path) {
        given().header("Origin", SITE)
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,content-type,if-none-match")
                .options(path)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(SITE))
                .header("Access-Control-Allow-Methods", containsString(method))
                .header("Access-Control-Allow-Headers", equalTo("authorization,content-type,if-none-match"));
    }

    @Test
    void evaluate_theSite_readsAnswerAndTag() {
        service(SITE)
                .contentType("application/json")
                .body("{}")
                .post("/ofrep/v1/evaluate/flags")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(SITE))
                .header("Access-Control-Expose-Headers", containsString("ETag"));
    }

    /** Without leave a page is told of a network failure, and a provider can't know that its token is stale. */
    @Test
    void evaluate_theSiteWithAStaleToken_readsTheRefusal() {
        given().header("Origin", SITE)
                .auth()
                .oauth2("stale")
                .contentType("application/json")
                .body("{}")
                .post("/ofrep/v1/evaluate/flags")
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", equalTo(SITE))
                .body("errorCode", equalTo("GENERAL"));
    }

    @Test
    void entitlements_theSite_readsThem() {
        service(SITE)
                .get("/entitlements")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(SITE))
                .header("Access-Control-Expose-Headers", containsString("ETag"));
    }

    @Test
    void stream_theSite_readsIt() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/entitlements/stream"))
                .header("Origin", SITE)
                .header("Authorization", "Bearer " + Tokens.withoutRole())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> stream = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream events = stream.body()) {
                assertThat(stream.statusCode()).isEqualTo(200);
                assertThat(stream.headers().firstValue("Access-Control-Allow-Origin"))
                        .contains(SITE);
                assertThat(events.read()).isPositive();
            }
            client.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "https://screens.example.evil.example", "null"})
    void anyRequest_anotherSite_noLeave(String site) {
        service(site).get("/entitlements").then().statusCode(403).header("Access-Control-Allow-Origin", nullValue());
        given().header("Origin", site)
                .header("Access-Control-Request-Method", "POST")
                .options("/ofrep/v1/evaluate/flags")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    /** A cache must not give one site's answer to another, nor to somebody who names none. */
    @ParameterizedTest
    @ValueSource(strings = {SITE, "https://elsewhere.example", ""})
    void anyRequest_anySite_answerIsKeptForThatSiteAlone(String site) {
        RequestSpecification request = given().auth().oauth2(Tokens.withoutRole());

        Response answer = (site.isEmpty() ? request : request.header("Origin", site)).get("/entitlements");

        assertThat(String.join(",", answer.headers().getValues("Vary"))).containsIgnoringCase("origin");
    }

    /** Whatever the answer is, also one that comes before anybody has looked at the address or the token. */
    @ParameterizedTest
    @CsvSource({
        "GET, /entitlements",
        "HEAD, /entitlements",
        "DELETE, /entitlements",
        "GET, /license",
        "POST, /ofrep/v1/evaluate/flags",
        "GET, /ofrep/v1/events",
        "GET, /problems",
        "GET, /problems.css",
        "GET, /q/openapi",
        "GET, /q/swagger-ui/",
        "GET, /q/swagger-ui/swagger-ui.css",
        "GET, /licensing/config.json",
        "GET, /",
        "GET, /nowhere",
        "GET, /%00",
        "FOO, /problems",
        "OPTIONS, /entitlements"
    })
    void anyRequest_anyAnswer_dependsOnTheSite(String method, String path) throws IOException {
        for (String origin : List.of("", "Origin: " + SITE + "\r\n", "Origin: https://elsewhere.example\r\n")) {
            String request =
                    method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + origin + "\r\n";
            try (RawRequest sent = RawRequest.begin(root, request)) {
                String head = sent.readToTheEnd().split("\r\n\r\n", 2)[0];
                assertThat(head.lines()
                                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("vary:")))
                        .as(request + head)
                        .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains("origin"));
                assertThat(head).doesNotContainIgnoringCase("allow-credentials");
            }
        }
    }

    /** Tokens are sent in a header, so no site is invited to use another one's cookies. */
    @Test
    void anyRequest_theSite_credentialsAreNotInvited() {
        service(SITE).get("/entitlements").then().header("Access-Control-Allow-Credentials", nullValue());
        given().header("Origin", SITE)
                .header("Access-Control-Request-Method", "GET")
                .options("/entitlements")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    /** Browsers name the origin also where a page asks the service that it came from. */
    @Test
    void anyRequest_theServicesOwnPage_isAnswered() {
        service(root.toString().replaceAll("/$", ""))
                .contentType("application/json")
                .body("{}")
                .post("/ofrep/v1/evaluate/flags")
                .then()
                .statusCode(200);
    }

    /** The service does not know what it is called outside: docs/consumers.md tells to name that, too. */
    @Test
    void anyRequest_ownPageBehindAProxyThatEndsTls_noLeaveUnlessNamed() {
        service("https://" + root.getAuthority()).get("/entitlements").then().statusCode(403);
    }

    private static RequestSpecification service(String site) {
        return given().header("Origin", site).auth().oauth2(Tokens.withoutRole());
    }
}
