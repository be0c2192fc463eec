package com.optymyse.inspire.licensing.logging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.map;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.TestMonotonicClock;
import com.optymyse.inspire.licensing.testing.TraceReceiver;
import com.optymyse.inspire.licensing.testing.TraceReceiver.Manner;
import com.optymyse.inspire.licensing.testing.TraceReceiverTestResource;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Traces arrive where the configuration sends them, and say nothing that is secret. */
@QuarkusTest
@Tag("thorough")
@WithTestResource(TraceReceiverTestResource.class)
class TracesComponentTest extends LicensingTest {

    private static final String KEY = "DEMO-ENTERPRISE";
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int OFTEN = 9;

    TraceReceiver receiver;

    @Inject
    TestMonotonicClock monotonic;

    @Test
    void activation_inACallersTrace_sendsRequestDatabaseAndLicensingServer() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        new Api(sandbox.token("Admin"))
                .request()
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body(Map.of("method", "online", "licenseKey", KEY))
                .post("/license/activate")
                .then()
                .statusCode(200);

        await().atMost(LONGEST).untilAsserted(() -> {
            List<Span> spans = receiver.spans(trace);
            assertThat(spans)
                    .anyMatch(span -> span.getKind() == SpanKind.SPAN_KIND_SERVER
                            && span.getName().equals("POST /license/activate"));
            assertThat(spans)
                    .anyMatch(span -> isOfTheDatabase(span) && span.toString().contains("insert into audit "));
            assertThat(spans).anyMatch(TracesComponentTest::isOfTheLicensingServer);
        });
        assertThat(receiver.spans().toString()).doesNotContain(KEY);
    }

    /**
     * OpenTelemetry's own logger falls silent when it has said a few things within a minute, so only the first way is
     * sure to be told.
     */
    @Test
    void export_breaksOffOrFailsAgainAndAgain_isLoggedOnceAndNothingElseIs() {
        assertThat(linesWhile(Manner.BREAKS_OFF)).singleElement(STRING).startsWith("Failed to export");

        for (Manner manner : List.of(Manner.BREAKS_OFF_WHILE_IT_ANSWERS, Manner.FAILS, Manner.REFUSES)) {
            assertThat(linesWhile(manner))
                    .as(manner.name())
                    .hasSizeLessThanOrEqualTo(1)
                    .allMatch(line -> line.startsWith("Failed to export") || line.startsWith("Too many log messages"));
        }
    }

    /** The warnings while one batch after the other fails. What sends them tries each several times. */
    private List<String> linesWhile(Manner manner) {
        monotonic.pass(TraceExportLog.QUIET.plusSeconds(1));
        try (LogRecorder log = LogRecorder.start()) {
            receiver.behave(manner);
            await().atMost(LONGEST).until(() -> {
                given().get("/problems").then().statusCode(200);
                return receiver.turnedAway() >= OFTEN;
            });
            awaitTaken();
            return log.warnings();
        } finally {
            receiver.behave(Manner.TAKES);
        }
    }

    /** As this service sends the trace itself here, it is noted by whoever sends it. */
    @Test
    void activation_inACallersTrace_isSaidInItsLineOfTheLog() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4737";
        try (LogRecorder log = LogRecorder.start()) {
            new Api(sandbox.token("Admin"))
                    .request()
                    .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                    .body(Map.of("method", "online", "licenseKey", "DEMO-EXPIRED"))
                    .post("/license/activate")
                    .then()
                    .statusCode(422);

            assertThat(log.operations())
                    .singleElement(map(String.class, String.class))
                    .containsEntry("traceId", trace);
        }
    }

    /** Batches are sent one after the other: once one has arrived, those before it are over. */
    private void awaitTaken() {
        receiver.behave(Manner.TAKES);
        int before = receiver.spans().size();
        await().atMost(LONGEST).until(() -> {
            given().get("/problems").then().statusCode(200);
            return receiver.spans().size() > before;
        });
    }

    private static boolean isOfTheDatabase(Span span) {
        return TraceReceiver.attributes(span).contains("db.system");
    }

    private static boolean isOfTheLicensingServer(Span span) {
        return span.getKind() == SpanKind.SPAN_KIND_CLIENT
                && TraceReceiver.attributes(span).contains("http.request.method");
    }
}
