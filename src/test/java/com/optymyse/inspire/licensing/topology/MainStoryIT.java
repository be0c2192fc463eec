package com.optymyse.inspire.licensing.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import com.optymyse.inspire.licensing.testing.ContainerEngine;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main story against what runs in production: two replicas of the image, tokens of a real identity provider. */
@Tag("thorough")
class MainStoryIT {

    private static final Document OPERATIONS = new Document(Path.of("docs/operations.md"));
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int READS = 50;
    private static final int LONG_TOKEN = 48 * 1024;

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
    void admin_activatesOnOneReplica_servicesReadOnTheOtherWhileTheFirstIsKilled() {
        String admin = topology.token(Map.of(
                "grant_type", "password",
                "client_id", "inspire-operator",
                "username", "admin",
                "password", topology.secret("admin-password")));
        String service = topology.token(Map.of(
                "grant_type", "client_credentials",
                "client_id", "inspire-service",
                "client_secret", topology.secret("service-secret")));

        with(admin, topology.of("licensing-1"))
                .contentType(ContentType.JSON)
                .body(Map.of("method", "online", "licenseKey", "DEMO-ENTERPRISE"))
                .post("/license/activate")
                .then()
                .statusCode(200)
                .body("standing", is("licensed"))
                .body("installation.trust", is("configured"));
        await().atMost(LONGEST).untilAsserted(() -> readsLicensed(with(service, topology.of("licensing-2"))));

        topology.kill("licensing-1");

        readsLicensed(with(service, topology.of("licensing-2")));
        with(service, topology.of("licensing-2")).get("/license").then().statusCode(403);
        readThroughTheProxy(service);
        longTokenThroughTheProxy();
        with(admin, topology.of("licensing-2"))
                .post("/license/deactivate")
                .then()
                .statusCode(200)
                .body("release", is("completed"));
    }

    /** Tokens as the document on operations has them made, for a person and for a service. */
    @ParameterizedTest
    @CsvSource({"password, standing", "secret, entitlements"})
    void token_madeByTheCommandsOfTheDocument_isAnswered(String beginning, String field) {
        String answer = topology.type(OPERATIONS.block(beginning + "=$(cat docker/secrets/"));

        assertThat(JsonPath.from(answer).<Object>get(field)).as(answer).isNotNull();
    }

    /** Not one of the reads is lost because half of what is behind the proxy is. */
    private static void readThroughTheProxy(String service) {
        for (int read = 0; read < READS; read++) {
            readsLicensed(with(service, topology.throughTheProxy()));
        }
    }

    /** A token that nobody signed, but as long as one of 48 kB: the proxy has to let it through to who refuses it. */
    private static void longTokenThroughTheProxy() {
        with("x".repeat(LONG_TOKEN), topology.throughTheProxy())
                .get("/entitlements")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", is("unauthorized"));
    }

    private static void readsLicensed(RequestSpecification request) {
        request.get("/entitlements").then().statusCode(200).body("licensed", is(true));
    }

    private static RequestSpecification with(String token, RequestSpecification request) {
        return request.auth().oauth2(token);
    }
}
