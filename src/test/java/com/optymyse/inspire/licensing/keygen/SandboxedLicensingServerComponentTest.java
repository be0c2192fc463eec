package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CallResult.Cause;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.ServerNotes;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.testing.LicensingServerContract;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The adapter keeps to its port's contract against the sandbox, which was written from the real server's behavior. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class SandboxedLicensingServerComponentTest extends LicensingServerContract {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    SandboxControl sandbox;

    @Inject
    @RestClient
    LicensingApi api;

    @Inject
    LicensingServerConfig config;

    @Inject
    TrustAnchors anchors;

    @Inject
    ServerRoute route;

    @Inject
    ServerNotes notes;

    @Inject
    Clock clock;

    @Inject
    Incidents incidents;

    private LicensingServer server;

    /** A server of each test's own, since a server remembers what time its counterpart told. */
    @BeforeEach
    void start() {
        sandbox.reset();
        server = new KeygenLicensingServer(api, config, anchors, route, notes, clock, incidents);
    }

    @AfterEach
    void behave() {
        sandbox.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "refuse, UNREACHABLE",
        "timeout, UNREACHABLE",
        "error, ERROR",
        "rate-limit, BUSY",
        "unsigned, UNTRUSTED",
        "tampered, UNTRUSTED",
        "garbage, UNTRUSTED"
    })
    void anyCall_serverMisbehaves_isNoVerdict(String fault, Cause cause) {
        sandbox.fault(fault, "");
        Deadline deadline = Deadline.after(fault.equals("timeout") ? SHORT : LONGEST);

        CallResult<ValidationResult> response =
                server.validate(ENTERPRISE, FINGERPRINT, deadline).await().atMost(LONGEST);

        assertThat(response)
                .isInstanceOfSatisfying(
                        CallResult.Failed.class,
                        failed -> assertThat(failed.cause()).isEqualTo(cause));
    }

    @Override
    protected LicensingServer server() {
        return server;
    }

    @Override
    protected void suspend(LicenseKey key) {
        sandbox.act(key.value(), "suspend");
    }

    @Override
    protected void expire(LicenseKey key) {
        sandbox.act(key.value(), "expire");
    }

    @Override
    protected void goAway() {
        sandbox.fault("refuse", "");
    }
}
