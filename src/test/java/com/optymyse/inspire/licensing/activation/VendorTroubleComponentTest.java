package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.testing.OtherSettings;
import com.optymyse.inspire.licensing.testing.RawRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;

/**
 * With short timeouts for a call and for a body. The deadline of an operation is long, so that a busy machine does not turn a
 * late answer into none.
 */
@QuarkusTest
@TestProfile(OtherSettings.class)
class VendorTroubleComponentTest extends VendorTroubleContract {

    VendorTroubleComponentTest() {
        super(Duration.ofMillis(400));
    }

    @Override
    String answerTo(RawRequest request) {
        try (request) {
            return request.readToTheEnd();
        }
    }
}
