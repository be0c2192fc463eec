package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.testing.OtherSettings;
import com.optymyse.inspire.licensing.testing.RawRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;

/** With deadlines of a tenth. */
@QuarkusTest
@TestProfile(OtherSettings.class)
class VendorTroubleComponentTest extends VendorTroubleContract {

    VendorTroubleComponentTest() {
        super(Duration.ofMillis(600));
    }

    @Override
    String answerTo(RawRequest request) {
        try (request) {
            return request.readToTheEnd();
        }
    }
}
