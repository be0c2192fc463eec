package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.RawRequest;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the vendor's server does with our calls, each operation over HTTP is answered, and says what is wrong. Of each kind of
 * trouble there is one case here.
 */
abstract class VendorTroubleContract {

    static final String UNREACHABLE = "licensing-server-unreachable";

    private final Duration perCall;

    SandboxControl sandbox;

    @Inject
    FreshInstallation installation;

    @TestHTTPResource("/")
    URI server;

    String token = "";
    Api admin = new Api("");

    /** @param perCall how long each call takes where each takes its time */
    VendorTroubleContract(Duration perCall) {
        this.perCall = perCall;
    }

    /** The whole answer to a request; the test fails when there is none in time. */
    abstract String answerTo(RawRequest request);

    @BeforeEach
    void unlicensed() {
        sandbox.reset();
        installation.begin();
        token = sandbox.token("Admin");
        admin = new Api(token);
    }

    @ParameterizedTest
    @CsvSource({"timeout, create, DEMO-ENTERPRISE", "drip, validate, DEMO-ENTERPRISE"})
    void activate_vendorHangsOrDrips_isUnreachable(String mode, String on, String key) {
        fault(mode, on);

        assertThat(answerTo(activation("activate", key)))
                .startsWith("HTTP/1.1 503 ")
                .contains(UNREACHABLE);

        sandbox.noFaults();
        admin.get("/license").body("licensed", is(false));
    }

    @ParameterizedTest
    @CsvSource("timeout, me")
    void preview_vendorHangs_isUnreachable(String mode, String on) {
        fault(mode, on);

        assertThat(answerTo(activation("preview", "DEMO-ENTERPRISE")))
                .startsWith("HTTP/1.1 503 ")
                .contains(UNREACHABLE);
    }

    @ParameterizedTest
    @CsvSource({"timeout, check-out", "drip, validate"})
    void revalidate_vendorHangsOrDrips_isUnreachable(String mode, String on) {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        fault(mode, on);

        assertThat(answerTo(post("revalidate", "HTTP/1.1", "", "")))
                .startsWith("HTTP/1.1 503 ")
                .contains(UNREACHABLE);
    }

    /** The validation that follows once the seat is taken. */
    @Test
    void activate_vendorHangsOnTheSecondValidation_isUnreachableAndTheSeatGivenBack() {
        sandbox.forgetCalls();
        hangOnTheSecondValidation();

        assertThat(answerTo(activation("activate", "DEMO-ENTERPRISE")))
                .startsWith("HTTP/1.1 503 ")
                .contains(UNREACHABLE);

        sandbox.noFaults();
        assertThat(sandbox.calls()).containsSubsequence("validate", "create", "validate");
        admin.get("/license")
                .body("licensed", is(false))
                .body("installation.pendingReleases.machineId", equalTo(sandbox.machines("DEMO-ENTERPRISE")));
    }

    /** A license that was reset at the vendor has its check-in overdue. */
    @ParameterizedTest
    @ValueSource(strings = "timeout")
    void revalidate_vendorHangsOrDripsOnTheCheckIn_isUnreachableAndTheLeaseFree(String mode) {
        admin.activate("DEMO-CHECK-IN").statusCode(200);
        sandbox.reset();
        sandbox.forgetCalls();
        fault(mode, "check-in");

        assertThat(answerTo(post("revalidate", "HTTP/1.1", "", "")))
                .startsWith("HTTP/1.1 503 ")
                .contains(UNREACHABLE);

        assertThat(sandbox.calls()).containsExactly("validate", "check-in");
        admin.get("/license").body("underWay", nullValue());
    }

    /** Its seat is given up, and nobody asked, whatever the vendor does. */
    @Test
    void dismiss_vendorHangs_isDone() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "suspend");
        String machine = admin.post("/license/deactivate").extract().path("installation.pendingReleases[0].machineId");
        fault("timeout", "");

        assertThat(answerTo(post("releases/" + machine + "/dismiss", "HTTP/1.1", "", "")))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"pendingReleases\":[]");
    }

    /** Longer than a body may take to arrive: there is none, or it has arrived and nobody reads it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Length: 0|", "Content-Length: 2|{}", "Transfer-Encoding: chunked|0\r\n\r\n"})
    void revalidate_eachCallTakesItsTime_isAnswered(String body) {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        fault("late", "");
        String[] parts = (body + "|").split("\\|", -1);

        String header = parts[0].isEmpty() ? "" : parts[0] + "\r\n";
        assertThat(answerTo(post("revalidate", "HTTP/1.1", header, parts[1])))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"standing\":\"licensed\"");
    }

    @Test
    void revalidate_oldProtocol_isAnswered() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        fault("late", "");

        assertThat(answerTo(post("revalidate", "HTTP/1.0", "", ""))).startsWith("HTTP/1.0 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout", "late"})
    void deactivate_vendorHangsOrTakesItsTime_isDoneAndTheSeatPending(String mode) {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        fault(mode, "delete");

        assertThat(answerTo(post("deactivate", "HTTP/1.1", "", "")))
                .startsWith("HTTP/1.1 200 ")
                .contains("\"release\":\"pending\"");
    }

    /** The seats owed are tried first, then the new license, then the old seat: each waits, and all of it in time. */
    @Test
    void replace_vendorHangsOnDeletionAndOnTheLastCall_isUnreachable() {
        admin.activate("DEMO-STARTER").statusCode(200);
        fault("timeout", "delete");
        admin.post("/license/deactivate").statusCode(200);
        fault("timeout", "check-out");

        assertThat(answerTo(activation("activate", "DEMO-ENTERPRISE")))
                .startsWith("HTTP/1.1 503 ")
                .contains(UNREACHABLE);
    }

    void hangOnTheSecondValidation() {
        sandbox.fault(Map.of("mode", "timeout", "on", "validate", "after", 1));
    }

    void fault(String mode, String on) {
        // A drip is slow enough for no answer to be complete in time.
        fault(mode, on, mode.equals("drip") ? Duration.ofMillis(100) : perCall);
    }

    final void fault(String mode, String on, Duration delay) {
        sandbox.fault(
                on.isEmpty()
                        ? Map.of("mode", mode, "delayMs", delay.toMillis())
                        : Map.of("mode", mode, "on", on, "delayMs", delay.toMillis()));
    }

    RawRequest activation(String operation, String key) {
        String body = "{\"method\":\"online\",\"licenseKey\":\"" + key + "\"}";
        return post(
                operation,
                "HTTP/1.1",
                "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n",
                body);
    }

    RawRequest post(String operation, String protocol, String headers, String body) {
        return RawRequest.begin(
                server,
                "POST /license/" + operation + " " + protocol + "\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Authorization: Bearer " + token + "\r\n" + headers + "\r\n" + body);
    }
}
