package com.optymyse.inspire.licensing.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that verifies the signed snapshot by itself, while the licensing service is there and while it is stopped. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class NodeSnapshotExampleComponentTest {

    private static final String WALLS = "/video-walls";
    private static final int GRANTED = 201;
    private static final int REFUSED = 403;

    /** Moves the program's clock by as many milliseconds as a file says. */
    private static final String MOVED_CLOCK = """
            import { readFileSync } from 'node:fs';
            const Real = Date;
            const now = () => Real.now() + Number(readFileSync(process.env.CLOCK_FILE, 'utf8'));
            globalThis.Date = class extends Real {
              constructor(...parts) {
                parts.length === 0 ? super(now()) : super(...parts);
              }
              static now() {
                return now();
              }
            };
            """;

    private static NodeExample example;

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
    private Door door;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        example = NodeExample.installed("node-snapshot");
    }

    @BeforeEach
    void licensed() throws IOException {
        sandbox.reset();
        beginInstallation();
        door = Door.to(vertx, service);
        Files.writeString(folder.resolve("token"), Tokens.withoutRole());
        Files.writeString(folder.resolve("clock"), "0");
        Files.writeString(folder.resolve("clock.mjs"), MOVED_CLOCK);
    }

    @AfterEach
    void closeDoor() {
        door.close();
    }

    @Test
    void service_stopped_goesOnDeciding() throws IOException {
        try (Program program = start()) {
            assertThat(program.post(WALLS)).isEqualTo(GRANTED);

            door.shut();

            assertThat(program.post(WALLS)).isEqualTo(GRANTED);
        }
    }

    @Tag("thorough")
    @ParameterizedTest
    @CsvSource({"1, 403", "-1, 201"})
    void service_stopped_capacityIsAddedUpToTheLimit(int displays, int second) throws IOException {
        sandbox.change("DEMO-ENTERPRISE", Map.of("metadata", Map.of("maxDisplays", displays)));
        admin.post("/license/revalidate").statusCode(200);
        try (Program program = start()) {
            door.shut();

            assertThat(program.post("/displays")).isEqualTo(GRANTED);
            assertThat(program.post("/displays")).isEqualTo(second);
        }
    }

    @Tag("thorough")
    @Test
    void service_stoppedWhenTheProgramStarts_decidesByTheSnapshotKept() throws IOException {
        start().close();

        door.shut();

        try (Program restarted = start()) {
            assertThat(restarted.post(WALLS)).isEqualTo(GRANTED);
        }
    }

    @Tag("thorough")
    @Test
    void service_givesNoAnswerWhenTheProgramStarts_decidesByTheSnapshotKept() throws IOException {
        start().close();
        door.fallSilent();

        try (Program restarted = startFor(id())) {
            assertThat(restarted.post(WALLS)).isEqualTo(GRANTED);
        }
    }

    @Tag("thorough")
    @Test
    void license_deactivated_isHeardOf() throws IOException {
        try (Program program = start()) {
            assertThat(program.post(WALLS)).isEqualTo(GRANTED);

            admin.post("/license/deactivate").statusCode(200);

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(program.post(WALLS)).isEqualTo(REFUSED));
        }
    }

    @Tag("thorough")
    @Test
    void service_stopped_snapshotCountsUntilItIsOver() throws IOException {
        try (Program program = start("--import", folder.resolve("clock.mjs").toString())) {
            door.shut();

            moveClock(Duration.ofHours(23));
            assertThat(program.post(WALLS)).isEqualTo(GRANTED);
            moveClock(Duration.ofHours(24));
            assertThat(program.post(WALLS)).isEqualTo(REFUSED);
        }
    }

    @Tag("thorough")
    @Test
    void snapshotKept_isOver_refused() throws IOException {
        start().close();
        door.shut();
        moveClock(Duration.ofHours(24));

        try (Program restarted = start("--import", folder.resolve("clock.mjs").toString())) {
            assertThat(restarted.post(WALLS)).isEqualTo(REFUSED);
        }
    }

    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"header", "claims", "signature"})
    void snapshotKept_oneByteChanged_refused(String part) throws IOException {
        start().close();
        door.shut();
        JsonObject kept = new JsonObject(Files.readString(kept()));
        String snapshot = kept.getString("snapshot");
        int position = switch (part) {
            case "header" -> 10;
            case "claims" -> snapshot.indexOf('.') + 10;
            default -> snapshot.lastIndexOf('.') + 10;
        };

        Files.writeString(
                kept(), kept.put("snapshot", changed(snapshot, position)).encode());

        try (Program restarted = start()) {
            assertThat(restarted.post(WALLS)).isEqualTo(REFUSED);
        }
    }

    @Tag("thorough")
    @Test
    void snapshotKept_ofAnotherInstallation_refused() throws IOException {
        String own = id();
        start().close();
        beginInstallation();
        String another = id();
        door.shut();

        try (Program elsewhere = startFor(another)) {
            assertThat(elsewhere.post(WALLS)).isEqualTo(REFUSED);
        }
        try (Program atHome = startFor(own)) {
            assertThat(atHome.post(WALLS)).isEqualTo(GRANTED);
        }
    }

    @Tag("thorough")
    @Test
    void service_ofAnotherInstallation_refused() throws IOException {
        String own = id();
        beginInstallation();

        try (Program misled = startFor(own)) {
            assertThat(misled.post(WALLS)).isEqualTo(REFUSED);
        }
    }

    private void beginInstallation() {
        installation.begin();
        admin = new Api(sandbox.token("Admin"));
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
    }

    private String id() {
        return admin.get("/license").statusCode(200).extract().path("installation.id");
    }

    private Path kept() {
        return folder.resolve("snapshot.json");
    }

    private void moveClock(Duration by) throws IOException {
        Files.writeString(folder.resolve("clock"), String.valueOf(by.toMillis()));
    }

    private Program start(String... options) throws IOException {
        return startFor(id(), options);
    }

    private Program startFor(String installationId, String... options) throws IOException {
        return example.start(
                Map.of(
                        "LICENSING_URL", door.address().toString(),
                        "LICENSING_TOKEN_FILE", folder.resolve("token").toString(),
                        "INSTALLATION", installationId,
                        "SNAPSHOT_FILE", kept().toString(),
                        "REFRESH_SECONDS", "1",
                        "CLOCK_FILE", folder.resolve("clock").toString(),
                        "PORT", "0"),
                options);
    }

    private static String changed(String text, int position) {
        char other = text.charAt(position) == 'A' ? 'w' : 'A';
        return text.substring(0, position) + other + text.substring(position + 1);
    }
}
