package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.RawRequest;
import com.optymyse.inspire.licensing.testing.Sample;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With the deadlines of production, which keep what an admin is promised: an answer within 20 seconds. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
@WithTestResource(VendorTroubleInFullComponentTest.Production.class)
@Tag("thorough")
class VendorTroubleInFullComponentTest extends VendorTroubleContract {

    /** The timeouts of production; other tests have longer ones. */
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

    /** Each case takes ten seconds. */
    private static final int PARTS = 3;

    private static final Duration PROMISED = Duration.ofSeconds(20);

    VendorTroubleInFullComponentTest() {
        super(Duration.ofSeconds(6));
    }

    /** Which bodies there may be is tried with short deadlines. */
    @Override
    @ParameterizedTest
    @ValueSource(strings = "Content-Length: 2|{}")
    void revalidate_eachCallTakesItsTime_isAnswered(String body) {
        super.revalidate_eachCallTakesItsTime_isAnswered(body);
    }

    record Trouble(String operation, String mode, String on, String key) {}

    static List<Trouble> onOtherCalls() {
        String key = "DEMO-ENTERPRISE";
        return Sample.of(
                "Trouble with the vendor in full",
                List.of(
                        new Trouble("activate", "timeout", "validate", key),
                        new Trouble("activate", "timeout", "check-in", "DEMO-CHECK-IN"),
                        new Trouble("activate", "timeout", "check-out", key),
                        new Trouble("activate", "drip", "check-in", "DEMO-CHECK-IN"),
                        new Trouble("activate", "drip", "check-out", key),
                        new Trouble("preview", "timeout", "entitlements", key),
                        new Trouble("preview", "drip", "me", key),
                        new Trouble("preview", "drip", "entitlements", key),
                        new Trouble("revalidate", "timeout", "validate", key),
                        new Trouble("revalidate", "drip", "check-out", key)),
                PARTS);
    }

    @ParameterizedTest
    @MethodSource("onOtherCalls")
    void operation_vendorHangsOrDripsOnAnotherCall_isUnreachable(Trouble trouble) {
        switch (trouble.operation()) {
            case "activate" -> activate_vendorHangsOrDrips_isUnreachable(trouble.mode(), trouble.on(), trouble.key());
            case "preview" -> preview_vendorHangs_isUnreachable(trouble.mode(), trouble.on());
            default -> revalidate_vendorHangsOrDrips_isUnreachable(trouble.mode(), trouble.on());
        }
    }

    @Test
    void revalidate_vendorDripsOnTheCheckIn_isUnreachableAndTheLeaseFree() {
        revalidate_vendorHangsOrDripsOnTheCheckIn_isUnreachableAndTheLeaseFree("drip");
    }

    @Test
    void activate_vendorDripsOnTheSecondValidation_isUnreachableAndTheSeatGivenBack() {
        sandbox.fault(Map.of("mode", "drip", "on", "validate", "after", 1, "delayMs", 100));

        assertThat(answerTo(activation("activate", "DEMO-ENTERPRISE")))
                .startsWith("HTTP/1.1 503 ")
                .contains(UNREACHABLE);

        sandbox.noFaults();
        admin.get("/license")
                .body("licensed", is(false))
                .body("installation.pendingReleases.machineId", equalTo(sandbox.machines("DEMO-ENTERPRISE")));
    }

    /** Validation, check-in, validation again: three calls take longer than the deadline. */
    @Test
    void revalidate_checkInIsNeededAndEachCallTakesItsTime_isUnreachableAndLicensedStill() {
        admin.activate("DEMO-CHECK-IN").statusCode(200);
        sandbox.reset();
        fault("late", "");

        assertThat(answerTo(post("revalidate", "HTTP/1.1", "", "")))
                .startsWith("HTTP/1.1 503 ")
                .contains(UNREACHABLE);

        sandbox.noFaults();
        admin.get("/license").body("licensed", is(true));
    }

    /** Whether the seat was taken is then known by the check-out. */
    @Test
    void activate_vendorDripsOnceTheSeatIsTaken_isLicensed() {
        fault("drip", "create");

        assertThat(answerTo(activation("activate", "DEMO-ENTERPRISE")))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"standing\":\"licensed\"");
        sandbox.noFaults();
        assertThat(sandbox.machines("DEMO-ENTERPRISE")).hasSize(1);
    }

    /** Two calls fit into the deadline. */
    @Test
    void preview_eachCallTakesItsTime_isAnswered() {
        fault("late", "");

        assertThat(answerTo(activation("preview", "DEMO-ENTERPRISE")))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"digest\"");
    }

    /** Five calls take longer than the deadline; what was held is held still. */
    @Test
    void replace_eachCallTakesItsTime_isUnreachableAndTheFormerLicenseStays() {
        admin.activate("DEMO-STARTER").statusCode(200);
        fault("late", "");

        assertThat(answerTo(activation("activate", "DEMO-ENTERPRISE")))
                .startsWith("HTTP/1.1 503 ")
                .contains(UNREACHABLE);

        sandbox.noFaults();
        admin.get("/license").body("license.key", equalTo("DEMO-STARTER"));
    }

    /** Another operation keeps the lease, and the vendor hangs on the call that it makes: who comes meanwhile is told so. */
    @Test
    void operation_leaseIsTakenWhileTheVendorHangs_isInTheWay() throws Exception {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "suspend");
        String machine = admin.post("/license/deactivate").extract().path("installation.pendingReleases[0].machineId");
        fault("timeout", "validate");
        sandbox.forgetCalls();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> hanging = threads.submit(() -> answerTo(activation("activate", "DEMO-STARTER")));
            await().atMost(PROMISED).until(() -> sandbox.calls().contains("validate"));

            assertThat(answerTo(post("releases/" + machine + "/dismiss", "HTTP/1.1", "", "")))
                    .startsWith("HTTP/1.1 409 ")
                    .contains("operation-in-progress");
            assertThat(hanging.get()).startsWith("HTTP/1.1 503 ").contains(UNREACHABLE);
        }
    }

    /** The lock timeout and the deadline with the vendor are one. */
    @Test
    void activate_waitsForTheLeaseAndThenForTheVendor_isUnreachable() throws Exception {
        admin.activate("DEMO-STARTER").statusCode(200);
        fault("timeout", "");
        sandbox.forgetCalls();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = threads.submit(() -> answerTo(post("deactivate", "HTTP/1.1", "", "")));
            await().atMost(PROMISED).until(() -> sandbox.calls().contains("delete"));

            assertThat(answerTo(activation("activate", "DEMO-ENTERPRISE")))
                    .startsWith("HTTP/1.1 503 ")
                    .contains(UNREACHABLE);
            assertThat(first.get()).startsWith("HTTP/1.1 200 ").contains("\"release\":\"pending\"");
        }
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
