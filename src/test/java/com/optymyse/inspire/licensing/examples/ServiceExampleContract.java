package com.optymyse.inspire.licensing.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every example of a service that asks through OpenFeature does. */
abstract class ServiceExampleContract {

    static final int DONE = 201;
    static final int REFUSED = 403;
    /** Much longer than the examples wait for the licensing service, and much shorter than Node does without a limit. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    SandboxControl sandbox;

    @TestHTTPResource("/")
    URI service;

    @Inject
    Vertx vertx;

    @Inject
    FreshInstallation installation;

    @TempDir
    Path folder;

    private Api admin;

    /** Starts the example on a free port. */
    abstract Program start(Map<String, String> environment) throws IOException;

    @BeforeEach
    void unlicensed() throws IOException {
        sandbox.reset();
        installation.begin();
        admin = new Api(sandbox.token("Admin"));
        giveToken(Tokens.withoutRole());
    }

    @Test
    void feature_followsTheLicense() throws IOException {
        try (Program program = start()) {
            assertThat(program.post("/video-walls")).isEqualTo(REFUSED);

            admin.activate("DEMO-ENTERPRISE").statusCode(200);
            assertThat(program.post("/video-walls")).isEqualTo(DONE);

            admin.post("/license/deactivate").statusCode(200);
            assertThat(program.post("/video-walls")).isEqualTo(REFUSED);
        }
    }

    @Test
    void capacity_isAddedUpToTheLimit() throws IOException {
        license(2);
        try (Program program = start()) {
            assertThat(program.post("/displays")).isEqualTo(DONE);
            assertThat(program.post("/displays")).isEqualTo(DONE);
            assertThat(program.post("/displays")).isEqualTo(REFUSED);
        }
    }

    @Test
    void capacity_unlimited_isAdded() throws IOException {
        license(-1);
        try (Program program = start()) {
            assertThat(program.post("/displays")).isEqualTo(DONE);
        }
    }

    @Test
    void capacity_addedByManyAtOnce_isNotExceeded() throws Exception {
        license(2);
        try (Program program = start();
                ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = many.invokeAll(Collections.nCopies(20, () -> program.post("/displays")));

            assertThat(answers.stream().map(Future::resultNow))
                    .hasSize(20)
                    .containsOnly(DONE, REFUSED)
                    .filteredOn(status -> status == DONE)
                    .hasSize(2);
        }
    }

    /** A program that waits without a limit gets the answer in the end, and does what is licensed. */
    @Test
    void service_givesNoAnswer_defaultCounts() throws IOException {
        license(10);
        try (Door door = Door.to(vertx, service);
                Program program = start(environment(door.address()))) {
            door.fallSilentFor(SILENCE);

            assertThat(program.post("/video-walls")).isEqualTo(REFUSED);
        }
    }

    void license(int displays) {
        sandbox.change(
                "DEMO-ENTERPRISE",
                Map.of("metadata", Map.of("maxDisplays", displays, "maxAgiles", 1, "aiCreditsPerMonth", 1)));
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
    }

    void giveToken(String token) throws IOException {
        Files.writeString(folder.resolve("token"), token);
    }

    Program start() throws IOException {
        return start(environment(URI.create("http://localhost:" + service.getPort())));
    }

    private Map<String, String> environment(URI licensing) {
        return Map.of(
                "LICENSING_URL",
                licensing.toString(),
                "LICENSING_TOKEN_FILE",
                folder.resolve("token").toAbsolutePath().toString());
    }
}
