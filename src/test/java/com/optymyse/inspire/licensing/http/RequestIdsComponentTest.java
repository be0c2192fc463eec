package com.optymyse.inspire.licensing.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request has the same name everywhere: in its answer and in the log. */
@QuarkusTest
class RequestIdsComponentTest extends LicensingTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String RANDOM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Queue<ExtLogRecord> logged = new ConcurrentLinkedQueue<>();
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord event) {
            ExtLogRecord wrapped = ExtLogRecord.wrap(event);
            wrapped.copyMdc();
            logged.add(wrapped);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listenToTheLog() {
        Logger.getLogger("com.optymyse").addHandler(recorder);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("com.optymyse").removeHandler(recorder);
    }

    @Test
    void request_named_answerHasItsName() {
        given().header("X-Request-Id", "proxy-17")
                .get("/problems")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "proxy-17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "two words",
                "<script>",
                "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void request_namedOddly_answerHasARandomName(String name) {
        given().header("X-Request-Id", name)
                .get("/license")
                .then()
                .statusCode(401)
                .header("X-Request-Id", matchesPattern(RANDOM));
    }

    @Test
    void request_thatLogs_logLineHasItsNameAndTrace() {
        sandbox.fault("error", "delete");
        String token = sandbox.token("Admin");
        post(token, "/license/activate", Map.of("method", "online", "licenseKey", "DEMO-STARTER"));

        post(token, "/license/deactivate", Map.of());

        assertThat(logged)
                .filteredOn(event -> event.getMessage().contains("is not released yet"))
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.getMdc(RequestIds.REQUEST_ID)).isEqualTo("proxy-18");
                    assertThat(event.getMdc(RequestIds.TRACE_ID)).isEqualTo(TRACE);
                });
    }

    @Test
    void traceId_notATrace_isNone() {
        assertThat(RequestIds.traceId(null)).isEmpty();
        assertThat(RequestIds.traceId("00-" + TRACE + "-00f067aa0ba902b7-01\nforged"))
                .isEmpty();
        assertThat(RequestIds.traceId("00-" + TRACE + "-00f067aa0ba902b7-01")).contains(TRACE);
    }

    private static void post(String token, String path, Map<String, ?> body) {
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("X-Request-Id", "proxy-18")
                .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .body(body)
                .post(path)
                .then()
                .statusCode(200);
    }
}
