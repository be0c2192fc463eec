package com.optymyse.inspire.licensing.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every example of a service that asks through OpenFeature does. */
abstract class ServiceExampleContract {

    static final int DONE = 201;
    static final int REFUSED = 403;

    SandboxControl sandbox;

    @TestHTTPResource("/")
    URI service;

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
        return start(Map.of(
                "LICENSING_URL",
                "http://localhost:" + service.getPort(),
                "LICENSING_TOKEN_FILE",
                folder.resolve("token").toAbsolutePath().toString()));
    }
}
