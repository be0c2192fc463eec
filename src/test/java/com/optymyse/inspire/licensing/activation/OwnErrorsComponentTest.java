package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.PlantedErrors;
import com.optymyse.inspire.licensing.testing.PlantedErrors.Place;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** An error of this service is told and logged as one, wherever in an operation it is: never as a fault of the network. */
@QuarkusTest
class OwnErrorsComponentTest extends LicensingTest {

    private static final String KEY = "DEMO-ENTERPRISE";

    @Inject
    LicensingServer server;

    @BeforeEach
    void licensed() {
        admin.activate(KEY).statusCode(200);
    }

    @AfterEach
    void mend() {
        PlantedErrors.plant(Place.NOWHERE);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NOWHERE")
    void activate_errorAroundACall_internalErrorAndOneLine(Place place) {
        PlantedErrors.plant(place);

        assertInternalError(() -> admin.activate(KEY));
        admin.get("/license/history").body("entries.code", contains("internal-error", null));
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NOWHERE")
    void revalidate_errorAroundACall_internalErrorAndOneLine(Place place) {
        PlantedErrors.plant(place);

        assertInternalError(() -> admin.post("/license/revalidate"));
    }

    @Test
    void activate_errorBehindTheCalls_internalErrorAndOneLine() {
        QuarkusMock.installMockForType(new BrokenMachineFiles(server), MachineFiles.class);

        assertInternalError(() -> admin.activate(KEY));
    }

    private void assertInternalError(Supplier<ValidatableResponse> operation) {
        try (LogRecorder log = LogRecorder.start()) {
            operation
                    .get()
                    .statusCode(500)
                    .body("code", equalTo("internal-error"))
                    .body("instance", startsWith("urn:uuid:"));

            assertThat(log.warnings()).singleElement().asString().startsWith("Unexpected error urn:uuid:");
        }
        admin.get("/license").body("standing", equalTo("licensed"));
    }

    private static final class BrokenMachineFiles extends MachineFiles {

        private final LicensingServer server;

        BrokenMachineFiles(LicensingServer server) {
            super(server, null, null);
            this.server = server;
        }

        @Override
        Uni<CheckOut> checkOut(
                LicenseKey key, String fingerprint, @Nullable String machineId, Instant after, Deadline deadline) {
            return server.checkOut(key, fingerprint, deadline).map(answer -> {
                throw PlantedErrors.error();
            });
        }
    }
}
