package com.optymyse.inspire.licensing.testing;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The service with other settings than the default ones, for all tests that need some, because each profile starts it once
 * more: pages of one site may ask, and the deadlines of operations are a tenth of production's. What is to succeed by then
 * is tried once before, because a new JVM is slow.
 */
public final class OtherSettings implements QuarkusTestProfile {

    /** The site whose pages may ask. */
    public static final String SITE = "https://screens.example";

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static boolean warm;

    /** Does what tests expect to succeed by a short deadline, until it has: once, and nothing is left of it. */
    public static void warmUp(SandboxControl sandbox, FreshInstallation installation) {
        if (warm) {
            return;
        }
        Api admin = new Api(sandbox.token("Admin"));
        Stream.<Supplier<ValidatableResponse>>of(
                        () -> admin.activate("DEMO-ENTERPRISE"),
                        () -> admin.activate("DEMO-STARTER"),
                        () -> admin.post("/license/revalidate"))
                .forEach(operation -> await().atMost(LONGEST)
                        .until(() -> operation.get().extract().statusCode() == 200));
        sandbox.reset();
        installation.begin();
        warm = true;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.cors.enabled", "true",
                "quarkus.http.cors.origins", SITE,
                "licensing.server.timeout", "1S",
                "quarkus.rest-client.licensing-server.connect-timeout", "300",
                "licensing.activation.patience", "600MS",
                "licensing.activation.deadline", "1500MS",
                "licensing.activation.release-deadline", "300MS",
                "licensing.lease.duration", "1500MS",
                // Shorter than a call takes that is answered late, so that two of those end by the deadline.
                "licensing.request.body-timeout", "300MS");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(PostgresTestResource.class), new TestResourceEntry(TurnstileTestResource.class));
    }
}
