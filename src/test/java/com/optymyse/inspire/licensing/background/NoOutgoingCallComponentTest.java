package com.optymyse.inspire.licensing.background;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.sandbox.Sandbox;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.TestClock;
import com.optymyse.inspire.licensing.testing.TrapTestResource;
import com.optymyse.inspire.licensing.testing.TrapTestResource.Trap;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An offline license is nobody's business but the installation's: whatever runs in the background, for however long. */
@QuarkusTest
@Tag("thorough")
@WithTestResource(PostgresTestResource.class)
@WithTestResource(TrapTestResource.class)
class NoOutgoingCallComponentTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** They run every ten minutes or every five seconds, whatever is set, the first time at the start. */
    private static final Set<String> SELDOM = Set.of("signing-keys", "incidents", "identity-provider-keys");

    /** Where the vendor issues license files; the service does not know of it. */
    private static Sandbox vendor;

    Trap trap;

    @Inject
    FreshInstallation installation;

    @Inject
    CurrentInstallation current;

    @Inject
    WatchedTasks tasks;

    @Inject
    TestClock clock;

    private Api admin;
    private String file;

    @BeforeAll
    static void start() {
        vendor = Sandbox.start(0);
    }

    @AfterAll
    static void stop() {
        vendor.close();
    }

    @BeforeEach
    void withAFileForThisInstallation() {
        installation.begin();
        SandboxControl control = new SandboxControl(vendor.url());
        admin = new Api(control.token("Admin"));
        file = control.file(
                "DEMO-ENTERPRISE",
                Map.of("kind", "machine", "fingerprint", current.now().stored().fingerprint()));
    }

    @AfterEach
    void byTheRealTime() {
        clock.reset();
    }

    @Test
    void offlineLicense_everyTaskForDays_nobodyIsCalled() {
        int before = trap.visitors();
        admin.post("/license/preview", activation()).statusCode(200);
        admin.post("/license/activate", activation()).statusCode(200).body("standing", equalTo("licensed"));

        for (int day : new int[] {1, 20}) {
            clock.move(Duration.ofDays(day));
            awaitEveryTask();
            admin.get("/license").body("standing", equalTo("licensed"));
            admin.post("/license/revalidate").statusCode(409).body("code", equalTo("offline-license"));
        }
        clock.move(Duration.ofDays(40));
        awaitEveryTask();
        admin.get("/license").body("reason", equalTo("certificate-ended"));
        admin.post("/license/deactivate").statusCode(200).body("release", equalTo("not-possible"));
        awaitEveryTask();

        assertThat(SELDOM)
                .allSatisfy(task -> assertThat(tasks.runs(task)).as(task).isPositive());
        assertThat(trap.visitors()).isEqualTo(before);
    }

    /** So that the other test can fail. */
    @Test
    void onlineLicense_serverCalled() {
        int before = trap.visitors();

        admin.activate("DEMO-ENTERPRISE").statusCode(503).body("code", equalTo("licensing-server-unreachable"));

        await().atMost(SOON).until(() -> trap.visitors() > before);
    }

    private Map<String, Object> activation() {
        return Map.of("method", "offline", "licenseKey", "DEMO-ENTERPRISE", "licenseFile", file);
    }

    /** Twice each, because one of them may have begun before. */
    private void awaitEveryTask() {
        Set<String> often =
                tasks.names().stream().filter(task -> !SELDOM.contains(task)).collect(Collectors.toSet());
        assertThat(often).contains("poll", "releases", "revalidation", "clock", "standing", "trail");
        Map<String, Integer> before = often.stream().collect(toMap(Function.identity(), tasks::runs));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(before)
                        .allSatisfy((task, runs) ->
                                assertThat(tasks.runs(task)).as(task).isGreaterThan(runs + 1)));
    }
}
