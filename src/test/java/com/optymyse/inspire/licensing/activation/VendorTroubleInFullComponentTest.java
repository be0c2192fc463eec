package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.RawRequest;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

/** With the deadlines of production, which keep what an admin is promised: an answer within 20 seconds. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
@Tag("thorough")
class VendorTroubleInFullComponentTest extends VendorTroubleContract {

    private static final Duration PROMISED = Duration.ofSeconds(20);

    VendorTroubleInFullComponentTest() {
        super(Duration.ofSeconds(6));
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
