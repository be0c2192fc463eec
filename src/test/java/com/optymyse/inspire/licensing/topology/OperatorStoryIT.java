package com.optymyse.inspire.licensing.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.processes.Figures;
import com.optymyse.inspire.licensing.testing.ContainerEngine;
import com.optymyse.inspire.licensing.testing.ReleasedImage;
import com.optymyse.inspire.licensing.testing.ReleasedPackage;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The life of an installation with compose. Its operator types what the documents say, while services go on asking. */
@Tag("thorough")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OperatorStoryIT {

    private static final Document OPERATIONS = new Document(Path.of("docs/operations.md"));
    private static final Document RUNBOOK = new Document(Path.of("docs/runbook.md"));

    private static final String FIRST = "licensing-1";
    private static final String SECOND = "licensing-2";
    private static final String KEY = "DEMO-ENTERPRISE";
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** The longest time for which a service may not hear of changes. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private static final String NEXT_IMAGE = "inspire-licensing-next:it";
    private static final String NEXT_REVISION = "the-next-one";

    /** Images of another vendor than the sandbox: the public key is that of RFC 8032, 7.1, test 1. */
    private static final String VENDORS_IMAGE = "inspire-licensing-vendor";

    private static final Map<String, String> VENDOR = Map.of(
            "licensing.vendor.keys", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "licensing.vendor.account", "7a4f2f0e-4f4e-4c51-8d7e-2f9d0b6c1a11",
            "licensing.vendor.product", "0c7b9a52-6a53-4c1c-9c0b-5f0f6f2e7b22");

    private static Topology topology;

    @BeforeAll
    static void start() throws IOException {
        ContainerEngine.require();
        topology = Topology.start();
    }

    @AfterAll
    static void stop() {
        if (topology != null) {
            topology.close();
        }
    }

    @Test
    @Order(1)
    void replicas_killedAndReplacedUnderLoad_noQuestionFailsAndNoChangeIsLost() {
        ReleasedImage.build(NEXT_IMAGE, Map.of("REVISION", NEXT_REVISION));
        activate(FIRST);
        String firstKeys = topology.secret("licensing-keys");
        List<StoryStream.Reconnection> reconnections;
        long answered;

        try (StoryLoad load = new StoryLoad(topology.door(), topology.trust(), OperatorStoryIT::serviceToken)) {
            load.awaitRevision(revision(FIRST));
            load.awaitAnswers();
            topology.kill(FIRST);
            load.awaitRevision(deactivate(SECOND));
            load.awaitAnswers();
            startAgain(FIRST);
            topology.kill(SECOND);
            load.awaitRevision(activate(FIRST));
            load.awaitAnswers();
            startAgain(SECOND);

            topology.type(RUNBOOK.block("printf ',%s:%s'"));
            load.awaitRevision(deactivate(FIRST));
            topology.type(RUNBOOK.block("ring=$(cat docker/secrets/licensing-keys)\nprintf %s \"${ring%%,*}\""));
            load.awaitRevision(activate(SECOND));
            load.awaitAnswers();

            topology.type(RUNBOOK.block("docker/start\n"), Map.of("LICENSING_IMAGE", NEXT_IMAGE));
            load.awaitRevision(deactivate(FIRST));
            load.awaitAnswers();
            reconnections = load.reconnections();
            answered = load.answered();
            load.assertNothingFailed();
        }

        report(answered, reconnections);
        assertThat(reconnections)
                .as("each replica's streams come back after each of its ends")
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(each -> assertThat(each.told()).isBetween(Duration.ofMillis(1), LONGEST_PAUSE));
        assertThat(topology.secret("licensing-keys").split(",")).hasSize(1).doesNotContain(firstKeys);
    }

    @Test
    @Order(2)
    void commands_ofTheRunbook_doWhatTheySay() throws IOException {
        String fingerprint = installation("fingerprint");
        Files.writeString(
                topology.folder().resolve("license.lic"),
                topology.licensingServer().file(KEY, Map.of("fingerprint", fingerprint, "kind", "machine")));
        Files.writeString(topology.folder().resolve("license-key.txt"), KEY);

        String said = topology.type(RUNBOOK.block("docker/command help").replace("<fingerprint>", fingerprint));

        assertThat(said)
                .contains(
                        "audit verify",
                        installation("version"),
                        "Encrypted with the key",
                        "Valid: it can be activated now.");
    }

    @Test
    @Order(3)
    void backup_restored_hasTheLicense_untilItIsDetached() {
        activate(FIRST);
        String fingerprint = installation("fingerprint");
        topology.type(RUNBOOK.block("docker/database pg_dump"));
        topology.deleteDatabase();

        topology.type(RUNBOOK.block("# PostgreSQL, with empty tables"));

        assertThat(installation("fingerprint")).isEqualTo(fingerprint);
        assertThat(status("standing")).isEqualTo("licensed");

        topology.type("docker-compose stop licensing-1 licensing-2");
        topology.type(RUNBOOK.block("docker/command installation detach")
                .replace("<fingerprint of the original>", fingerprint));
        topology.type("docker/start");

        assertThat(installation("fingerprint")).isNotEqualTo(fingerprint);
        assertThat(status("standing")).isEqualTo("unlicensed");
    }

    @Test
    @Order(4)
    void image_builtByTheDocument_trustsTheVendor() throws IOException {
        for (String part : List.of("quarkus-app", "training")) {
            Path built = ReleasedPackage.folder().resolve(part);
            if (Files.exists(built)) {
                Topology.copy(built, topology.folder().resolve("target/release").resolve(part));
            }
        }

        String said = topology.type(withVendor(OPERATIONS.block("docker build -f docker/Dockerfile")));

        assertThat(said).contains("signed for account " + VENDOR.get("licensing.vendor.account"));

        String refused = topology.type(RUNBOOK.block("docker run --rm -i")
                        .replace(" inspire-licensing ", " " + VENDORS_IMAGE + " ")
                        .replace("<fingerprint>", "any")
                        .strip()
                + " || true");
        assertThat(refused).contains("license-file-not-genuine");
    }

    private static String withVendor(String documented) {
        return documented
                        .replace("-t inspire-licensing ", "-t " + VENDORS_IMAGE + " ")
                        .replace("VENDOR_KEYS=<hex>", "VENDOR_KEYS=" + VENDOR.get("licensing.vendor.keys"))
                        .replace("VENDOR_ACCOUNT=<UUID>", "VENDOR_ACCOUNT=" + VENDOR.get("licensing.vendor.account"))
                        .replace("VENDOR_PRODUCT=<UUID>", "VENDOR_PRODUCT=" + VENDOR.get("licensing.vendor.product"))
                        .strip()
                + " 2>&1";
    }

    /** Starts a killed replica, and waits until services are led to it. */
    private static void startAgain(String replica) {
        topology.type("docker-compose start " + replica);
        await().atMost(LONGEST)
                .ignoreException(IllegalStateException.class)
                .until(() -> topology.metrics(replica)
                        .lines()
                        .anyMatch(line -> line.startsWith("http_server_requests_seconds_count{")
                                && line.contains("uri=\"/entitlements\"")));
    }

    /** Activates the license at one replica and returns the revision of what services get. */
    private static long activate(String replica) {
        asAdmin(replica)
                .contentType(ContentType.JSON)
                .body(Map.of("method", "online", "licenseKey", KEY))
                .post("/license/activate")
                .then()
                .statusCode(200);
        return revision(replica);
    }

    private static long deactivate(String replica) {
        asAdmin(replica).post("/license/deactivate").then().statusCode(200);
        return revision(replica);
    }

    private static long revision(String replica) {
        return topology.of(replica)
                .auth()
                .oauth2(serviceToken())
                .get("/entitlements")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("revision");
    }

    private static String installation(String field) {
        return status("installation." + field);
    }

    /** A field of {@code GET /license}, asked as the document on operations says. */
    private static String status(String field) {
        String answer = topology.type(OPERATIONS.block("password=$(cat docker/secrets/admin-password)"));
        return JsonPath.from(answer).getString(field);
    }

    private static RequestSpecification asAdmin(String replica) {
        String token = topology.token(Map.of(
                "grant_type", "password",
                "client_id", "inspire-operator",
                "username", "admin",
                "password", topology.secret("admin-password")));
        return topology.of(replica).auth().oauth2(token);
    }

    private static String serviceToken() {
        return topology.token(Map.of(
                "grant_type", "client_credentials",
                "client_id", "inspire-service",
                "client_secret", topology.secret("service-secret")));
    }

    /** How long streams were away depends on the machine as well, so that it is told and not required. */
    private static void report(long answered, List<StoryStream.Reconnection> reconnections) {
        long longest = reconnections.stream()
                .mapToLong(each -> each.missed().toMillis())
                .max()
                .orElse(0);
        long beyond = reconnections.stream()
                .mapToLong(each -> each.missed().minus(each.told()).toMillis())
                .max()
                .orElse(0);
        Figures.report("Under load, replicas were killed, replaced for new keys and upgraded: " + answered
                + " questions, all answered 200. Streams came back " + reconnections.size() + " times, at most "
                + longest
                + " ms after their end, which is " + beyond + " ms more than they were told to wait.");
    }
}
