package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.testing.OtherSettings;
import com.optymyse.inspire.licensing.testing.RawRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** A call that is not answered has a second; all else has production's deadlines, which need not elapse here. */
@QuarkusTest
@TestProfile(OtherSettings.class)
class VendorTroubleComponentTest extends VendorTroubleContract {

    private static final Duration SHORT = Duration.ofSeconds(1);

    /** Longer than a deactivation waits for it. */
    private static final Duration TOO_LATE = Duration.ofSeconds(4);

    @Inject
    CallLimits limits;

    VendorTroubleComponentTest() {
        super(Duration.ofMillis(350));
    }

    @AfterEach
    void noLimits() {
        limits.reset();
    }

    @Override
    void hangOnTheSecondValidation() {
        limits.limitAfter(1, "validate", SHORT);
        super.hangOnTheSecondValidation();
    }

    @Override
    void fault(String mode, String on) {
        if (mode.equals("late") && on.equals("delete")) {
            fault(mode, on, TOO_LATE);
            return;
        }
        if (!mode.equals("late")) {
            limits.limit(on, SHORT);
        }
        super.fault(mode, on);
    }

    @Override
    String answerTo(RawRequest request) {
        try (request) {
            return request.readToTheEnd();
        }
    }
}
