package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.RawRequest;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With the deadlines of production, which keep what an admin is promised: an answer within 20 seconds. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
@WithTestResource(VendorTroubleInFullComponentTest.Production.class)
@Tag("thorough")
class VendorTroubleInFullComponentTest extends VendorTroubleContract {

    /** What other tests have longer. */
    public static final class Production implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "licensing.server.timeout", "10S",
                    "licensing.database.timeout", "2S",
                    "licensing.database.transaction-timeout", "5S",
                    "quarkus.rest-client.licensing-server.connect-timeout", "3000");
        }

        @Override
        public void stop() {}
    }

    private static final Duration PROMISED = Duration.ofSeconds(20);

    VendorTroubleInFullComponentTest() {
        super(Duration.ofSeconds(6));
    }

    /** Four calls take longer than the deadline, whatever each one may take. */
    @Test
    void activate_eachCallTakesItsTime_isUnreachable() {
        fault("late", "");

        assertThat(answerTo(activation("activate", "DEMO-ENTERPRISE")))
                .startsWith("HTTP/1.1 503 ")
                .contains(UNREACHABLE);
    }

    @Override
    String answerTo(RawRequest request) {
        long begun = System.nanoTime();
        try (request) {
            String answer = request.readToTheEnd();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PROMISED);
            return answer;
        }
    }
}
