package com.optymyse.inspire.licensing.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.RawRequest;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many time series callers without a token can make. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class RequestSeriesComponentTest {

    private static final Pattern SERIES = Pattern.compile("(?m)^http_server_requests_seconds_count\\{.*}");
    private static final Pattern BUCKETS = Pattern.compile("(?m)^http_server_requests_seconds_bucket\\{.*}");
    private static final Pattern UP_TO = Pattern.compile("le=\"([^\"]*)\"");
    private static final Pattern METHOD = Pattern.compile("method=\"([^\"]*)\"");
    private static final Pattern PATH = Pattern.compile("uri=\"([^\"]*)\"");
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "OTHER");

    /** Above the number of addresses beyond which Quarkus stops to measure any more. */
    private static final int MANY = 120;

    @TestHTTPResource("/")
    URI server;

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void oddRequests_manyMore_makeNoMoreSeries() {
        odd("first").forEach(this::status);
        Set<String> before = series();

        IntStream.range(0, MANY).mapToObj(made -> odd("x" + made)).forEach(requests -> requests.forEach(this::status));

        assertThat(series()).isEqualTo(before);
    }

    @Test
    void oddRequests_counted_haveLabelsFromFixedSets() {
        odd("made-up").forEach(this::status);
        given().get("/problems/too-large").then().statusCode(200);
        given().get("/problems/there-is-none").then().statusCode(404);

        assertThat(labels(METHOD)).isSubsetOf(METHODS).contains("OTHER", "HEAD", "OPTIONS", "CONNECT");
        assertThat(labels(PATH))
                .contains("other", "/problems/{code}")
                .noneMatch(path -> path.contains("made-up") || path.contains("there-is-none"));
    }

    @Test
    void oddRequests_many_blindNothing() {
        IntStream.range(0, MANY).forEach(made -> status("FOO /problems/x" + made));

        given().auth().oauth2(Tokens.withoutRole()).get("/limits").then().statusCode(200);

        assertThat(labels(PATH)).contains("/limits");
    }

    /** Alerts on slow answers need them; each costs a series for each path, method and status. */
    @Test
    void buckets_ofOperationsAlone_areThreeAndTheWhole() {
        given().auth().oauth2(Tokens.withoutRole()).get("/limits").then().statusCode(200);
        given().get("/problems/too-large").then().statusCode(200);
        given().get("/nowhere").then().statusCode(404);

        assertThat(labels(PATH)).contains("other", "/problems/{code}");
        assertThat(labels(PATH, BUCKETS)).contains("/limits").isSubsetOf(RequestBuckets.OPERATIONS);
        assertThat(labels(UP_TO, BUCKETS)).containsExactlyInAnyOrder("0.01", "0.1", "1.0", "+Inf");
    }

    /** A route that is renamed would lose its buckets, and the alert its operation. */
    @Test
    void operationsWithBuckets_allOfTheDescription() throws IOException {
        JsonNode paths = new YAMLMapper()
                .readTree(Files.readString(Path.of("openapi", "openapi.yaml")))
                .path("paths");

        assertThat(RequestBuckets.OPERATIONS)
                .allSatisfy(operation ->
                        assertThat(paths.has(operation)).as(operation).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "FOO /problems/too-large,    405",
        "get /problems/too-large,    405",
        "DELETE /problems/too-large, 405",
        "CONNECT localhost:443,      404",
        "FOO /license,               405",
        "FOO /nowhere,               404",
        "FOO /,                      404"
    })
    void oddMethod_refused(String request, int status) {
        assertThat(status(request)).isEqualTo(status);
    }

    private static List<String> odd(String name) {
        return Stream.of(
                        "FOO%s /problems/too-large",
                        "FOO /problems/%s",
                        "FOO%s /license",
                        "get%s /problems",
                        "get /problems/%s",
                        "HEAD /problems/%s",
                        "HEAD /%s",
                        "OPTIONS /problems/%s",
                        "OPTIONS /%s",
                        "CONNECT %s:443",
                        "TRACE /%s",
                        "DELETE /problems/%s",
                        "PATCH /entitlements/%s",
                        "GET /%s",
                        "GET /entitlements/%s",
                        "GET /problems/%s",
                        "GET /problems/%7Bcode}/%s",
                        "POST /%s/..//")
                .map(request -> request.replace("%s", name))
                .toList();
    }

    private int status(String request) {
        try (RawRequest sent =
                RawRequest.begin(server, request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            String answer = sent.readToTheEnd();
            assertThat(answer).as(request).startsWith("HTTP/1.1 ");
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    private Set<String> labels(Pattern label) {
        return labels(label, SERIES);
    }

    private Set<String> labels(Pattern label, Pattern ofSeries) {
        return series(ofSeries).stream()
                .flatMap(series -> label.matcher(series).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private Set<String> series() {
        return series(SERIES);
    }

    private Set<String> series(Pattern which) {
        String scraped = given().accept(ContentType.TEXT).get(metrics).asString();
        return which.matcher(scraped).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
