package com.optymyse.inspire.licensing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.OtherSettings;
import com.optymyse.inspire.licensing.testing.RawRequest;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Nobody holds a connection, or a thread, by sending a body that never ends; and whoever is too slow is told. */
@QuarkusTest
@TestProfile(OtherSettings.class)
@Tag("thorough")
class BodyTimeoutComponentTest {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String LONG = "Content-Length: 100000\r\n";
    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";
    private static final String OFREP = "/ofrep/v1/evaluate/flags";

    /** A request whose body does not end. */
    enum Slow {
        STOPS("POST /license/preview HTTP/1.1", JSON + LONG, "{\"method\": \"", false),
        STOPS_IN_A_LONG_BODY(
                "POST /license/preview HTTP/1.1", JSON + LONG, "{\"method\": \"" + "x".repeat(20_000), false),
        SENDS_NOTHING("POST /license/preview HTTP/1.1", JSON + LONG, "", false),
        DRIPS("POST /license/preview HTTP/1.1", JSON + LONG, "{\"method\": \"", true),
        DRIPS_IN_A_LONG_BODY(
                "POST /license/preview HTTP/1.1", JSON + LONG, "{\"method\": \"" + "x".repeat(20_000), true),
        STOPS_IN_A_CHUNK("POST /license/preview HTTP/1.1", JSON + CHUNKED, "5\r\n{\"met\r\n400\r\nx", false),
        STOPS_BEFORE_THE_LAST_CHUNK("POST /license/preview HTTP/1.1", JSON + CHUNKED, "2\r\n{}\r\n", false),
        WAITS_TO_BE_ASKED("POST /license/preview HTTP/1.1", JSON + LONG + "Expect: 100-continue\r\n", "", false),
        OLD_PROTOCOL("POST /license/preview HTTP/1.0", JSON + LONG, "{\"method\": \"", false),
        OPENFEATURE("POST " + OFREP + " HTTP/1.1", JSON + LONG, "{\"context\": ", false),
        ANSWERED_BEFORE("GET /problems.css HTTP/1.1", LONG, "x", true);

        private final String line;
        private final String headers;
        private final String body;
        private final boolean drips;

        Slow(String line, String headers, String body, boolean drips) {
            this.line = line;
            this.headers = headers;
            this.body = body;
            this.drips = drips;
        }

        /** Sends what it sends, and reads until the service closes the connection. */
        String play(URI server) {
            String head = line + "\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.withRole("Admin") + "\r\n"
                    + headers + "\r\n";
            try (RawRequest request = RawRequest.begin(server, head + body)) {
                if (drips) {
                    Thread.ofVirtual().start(() -> drip(request));
                }
                return request.readToTheEnd();
            }
        }

        private static void drip(RawRequest request) {
            try {
                while (request.send("x")) {
                    TimeUnit.MILLISECONDS.sleep(200);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** They all wait for the same time, so they do it together. */
    private static final Map<Slow, Future<String>> PLAYED = new EnumMap<>(Slow.class);

    @TestHTTPResource("/")
    URI server;

    @Inject
    Vertx vertx;

    @BeforeEach
    void playAll() {
        if (PLAYED.isEmpty()) {
            for (Slow slow : Slow.values()) {
                CompletableFuture<String> answer = new CompletableFuture<>();
                Thread.ofVirtual().start(() -> answer.complete(slow.play(server)));
                PLAYED.put(slow, answer);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"OPENFEATURE", "ANSWERED_BEFORE", "WAITS_TO_BE_ASKED", "OLD_PROTOCOL"})
    void post_bodyThatDoesNotEnd_isToldSoAndCutOff(Slow slow) throws Exception {
        String answer = PLAYED.get(slow).get();

        assertThat(answer)
                .startsWith("HTTP/1.1 408 ")
                .containsIgnoringCase("\r\nConnection: close\r\n")
                .containsIgnoringCase("\r\nContent-Type: application/problem+json")
                .containsIgnoringCase("\r\nX-Request-Id: ")
                .contains("\"code\":\"request-timeout\"")
                .endsWith("}");
    }

    @Test
    void post_clientThatWaitsToBeAsked_isAskedBeforeItIsTooSlow() throws Exception {
        assertThat(PLAYED.get(Slow.WAITS_TO_BE_ASKED).get())
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 408 ")
                .contains("\"code\":\"request-timeout\"");
    }

    @Test
    void post_oldProtocol_isToldSoAndCutOff() throws Exception {
        assertThat(PLAYED.get(Slow.OLD_PROTOCOL).get())
                .startsWith("HTTP/1.0 408 ")
                .contains("\"code\":\"request-timeout\"");
    }

    @Test
    void post_openFeature_isToldInTheProtocolsForm() throws Exception {
        assertThat(PLAYED.get(Slow.OPENFEATURE).get())
                .startsWith("HTTP/1.1 408 ")
                .containsIgnoringCase("\r\nContent-Type: application/json")
                .contains("\"errorCode\":\"GENERAL\"", "\"errorDetails\":");
    }

    @Test
    void get_bodyGoesOnAfterTheAnswer_isCutOff() throws Exception {
        assertThat(PLAYED.get(Slow.ANSWERED_BEFORE).get()).startsWith("HTTP/1.1 200 ");
    }

    /** The reader of a body that is cut off has nothing to tell the operator. */
    @Test
    void post_bodyThatDoesNotEnd_isNoErrorOfTheService() throws Exception {
        try (LogRecorder log = LogRecorder.start()) {
            for (Future<String> answer : PLAYED.values()) {
                assertThat(answer.get()).isNotEmpty();
            }

            assertThat(log.warnings()).isEmpty();
        }
    }

    @Test
    void post_http2_isToldSo() throws Exception {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(server.getHost())
                .setPort(server.getPort())
                .setURI("/license/preview")
                .putHeader("Authorization", "Bearer " + Tokens.withRole("Admin"))
                .putHeader("Content-Type", "application/json");
        try {
            Buffer answer = client.request(options)
                    .compose(request -> {
                        request.setChunked(true).write("{\"method\": \"");
                        return request.response();
                    })
                    .compose(response -> response.body().map(body -> body.appendString(" " + response.statusCode())))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(1, TimeUnit.MINUTES);

            assertThat(answer.toString())
                    .contains("\"code\":\"request-timeout\"")
                    .endsWith(" 408");
        } finally {
            client.close();
        }
    }
}
