package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.testing.OtherSettings;
import com.optymyse.inspire.licensing.testing.RawRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** With deadlines that are a tenth of production's. */
@QuarkusTest
@TestProfile(OtherSettings.class)
class VendorTroubleComponentTest extends VendorTroubleContract {

    VendorTroubleComponentTest() {
        super(Duration.ofMillis(350));
    }

    @BeforeEach
    void warmUp() {
        OtherSettings.warmUp(sandbox, installation);
    }

    @Override
    String answerTo(RawRequest request) {
        try (request) {
            return request.readToTheEnd();
        }
    }
}
