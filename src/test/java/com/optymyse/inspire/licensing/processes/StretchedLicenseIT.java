package com.optymyse.inspire.licensing.processes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optymyse.inspire.licensing.processes.Replica.Answer;
import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import com.optymyse.inspire.licensing.testing.ReleasedPackage;
import com.optymyse.inspire.licensing.testing.Tokens;
import com.optymyse.inspire.licensing.testing.Turnstile.Hold;
import com.optymyse.inspire.licensing.testing.Turnstile.Side;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A released service and somebody who has all rights at a customer's, and would like to have more of a license than the
 * vendor has signed: with files kept from before, with answers kept from before, with copies, and past the service with
 * the key alone. Nothing is patched. What the clock is good for is in {@link ClockSetBackIT}.
 */
@Tag("thorough")
class StretchedLicenseIT {

    private static final Path FOLDER = Path.of("target", "processes", "StretchedLicenseIT");
    private static final String KEY = "DEMO-ENTERPRISE";
    private static final Standing SUSPENDED = new Standing(KEY, "restricted", "license-suspended", 0);
    private static final Standing SMALL = Standing.licensed(KEY, 5);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final MovedClock clock = new MovedClock(FOLDER);
    private Premises premises;
    private Duration elapsed = Duration.ZERO;

    @BeforeEach
    void open() {
        premises = Premises.of(StretchedLicenseIT.class);
    }

    @AfterEach
    void close() {
        premises.close();
    }

    @Test
    void fileFromBeforeASuspension_refusedAlsoOnceDeactivatedAndKilledUntilReinstated() {
        Replica service = start();
        String spare = file(service);
        assertThat(service.activate(KEY).status()).isEqualTo(200);
        premises.vendor().act(KEY, "suspend");
        passes(Duration.ofSeconds(2));
        assertThat(service.post("/license/revalidate").status()).isEqualTo(200);
        assertThat(service.standing()).isEqualTo(SUSPENDED);

        assertSuspended(activate(service, spare));
        service = restarted(service);
        assertThat(service.standing()).isEqualTo(SUSPENDED);
        assertSuspended(activate(service, spare));

        assertThat(service.post("/license/deactivate").status()).isEqualTo(200);
        assertSuspended(activate(service, spare));
        service = restarted(service);
        assertSuspended(activate(service, spare));
        assertThat(service.standing()).isEqualTo(Standing.UNLICENSED);

        premises.vendor().act(KEY, "reinstate");
        assertThat(activate(service, file(service)).status()).isEqualTo(200);
        assertThat(service.standing()).isEqualTo(Standing.ENTERPRISE);
    }

    /** Nothing was ever held here. */
    @Test
    void fileFromBeforeARefusedActivation_refusedAlsoOnceKilled() {
        Replica service = start();
        String spare = file(service);
        premises.vendor().act(KEY, "suspend");
        passes(Duration.ofSeconds(2));
        assertThat(service.activate(KEY).status()).isEqualTo(422);

        service = restarted(service);

        assertSuspended(activate(service, spare));
        assertThat(service.standing()).isEqualTo(Standing.UNLICENSED);
    }

    @Test
    void fileFromBeforeADowngrade_refusedAlsoOnceDeactivatedAndKilled() {
        Replica service = start();
        String large = file(service);
        String small = fileOf(5, service);
        assertThat(activate(service, small).status()).isEqualTo(200);

        assertOlder(activate(service, large));
        service = restarted(service);
        assertThat(service.standing()).isEqualTo(SMALL);
        assertOlder(activate(service, large));

        assertThat(service.post("/license/deactivate").status()).isEqualTo(200);
        service = restarted(service);
        assertOlder(activate(service, large));
        assertThat(service.standing()).isEqualTo(Standing.UNLICENSED);

        assertThat(activate(service, fileOf(500, service)).status()).isEqualTo(200);
        assertThat(service.standing()).isEqualTo(Standing.ENTERPRISE);
    }

    /** As at a site that goes from online to offline. It must open no way back to what was granted between the two. */
    @Test
    void olderFileThatGrantsNoMore_countsAlsoOnceKilledAndLowersNoMinimumIssueDate() {
        Replica service = start();
        String older = fileOf(5, service);
        String between = fileOf(500, service);
        premises.vendor().change(KEY, displays(5));
        passes(Duration.ofSeconds(1));
        assertThat(service.activate(KEY).status()).isEqualTo(200);
        assertThat(service.standing()).isEqualTo(SMALL);

        assertThat(activate(service, older).status()).isEqualTo(200);
        service = restarted(service);

        JsonNode license = service.get("/license").body();
        assertThat(Standing.of(license)).isEqualTo(SMALL);
        assertThat(license.at("/license/validationMode").asText()).isEqualTo("offline");
        assertThat(license.path("problems")).isEmpty();
        assertOlder(activate(service, between));
        assertThat(service.standing()).isEqualTo(SMALL);
    }

    /** A check-out carries no nonce, so that for five minutes nothing but what is known already tells it from a fresh one. */
    @Test
    void checkOutReplayed_neitherRenewsNorActivates() {
        Replica service = start();
        Hold checkOut = premises.turnstile().hold(4, Side.AFTER);
        CompletableFuture<Answer> activation = service.activateLater(KEY);
        checkOut.awaitReached();
        checkOut.letGo();
        assertThat(activation.join().status()).isEqualTo(200);
        premises.vendor().change(KEY, displays(5));
        passes(Duration.ofSeconds(1));
        assertThat(service.post("/license/revalidate").status()).isEqualTo(200);
        assertThat(service.standing()).isEqualTo(SMALL);

        premises.turnstile().replay(2, checkOut);
        assertThat(service.post("/license/revalidate").status()).isEqualTo(200);
        assertThat(service.standing()).isEqualTo(SMALL);
        assertThat(service.get("/license/history")
                        .body()
                        .at("/entries/0/detail")
                        .asText())
                .contains("replayed");

        assertThat(service.post("/license/deactivate").status()).isEqualTo(200);
        service = restarted(service);
        premises.turnstile().replay(4, checkOut);
        Answer refused = service.activate(KEY);
        assertThat(code(refused)).isEqualTo("licensing-server-untrusted");
        assertThat(refused.body().path("detail").asText()).contains("replayed");
        premises.letTimePass();
        premises.assertSeatsMatchOnceDrained();
        assertThat(service.standing()).isEqualTo(Standing.UNLICENSED);
    }

    @Test
    void oneFingerprintInTwoDatabases_bothSaySoAfterThreeDaysAndNobodyIsRestricted() {
        Replica one = onDatabase(premises.database(), Map.of("licensing.installation.fingerprint", "the-only-one"));
        Replica other = onDatabase(newDatabase(), Map.of("licensing.installation.fingerprint", "the-only-one"));
        assertThat(one.activate(KEY).status()).isEqualTo(200);
        passes(Duration.ofMinutes(10));
        assertThat(other.activate(KEY).status()).isEqualTo(200);
        assertThat(premises.vendor().machines(KEY)).hasSize(1);

        revalidatedDaily(2, one, other);
        assertThat(problems(one)).doesNotContain("seat-shared");
        revalidatedDaily(2, one, other);

        for (Replica each : List.of(one, other)) {
            assertThat(problems(each)).contains("seat-shared");
            assertThat(each.standing()).isEqualTo(Standing.ENTERPRISE);
            assertThat(each.metric("licensing_seat_shared")).isEqualTo(1);
        }
    }

    @Test
    void cloneUnderTheSameSecret_bothSaySoUntilItIsDetached() {
        Replica original = onDatabase(premises.database(), Map.of());
        assertThat(original.activate(KEY).status()).isEqualTo(200);
        original.kill();
        Sql copied = copyOf(premises.database());
        passes(Duration.ofMinutes(10));
        original = onDatabase(premises.database(), Map.of());
        Replica copy = onDatabase(copied, Map.of());

        revalidatedDaily(4, original, copy);
        assertThat(problems(original)).contains("seat-shared");
        assertThat(problems(copy)).contains("seat-shared");

        copy.kill();
        detach(copied, fingerprint(original));
        copy = onDatabase(copied, Map.of());
        assertThat(copy.standing()).isEqualTo(Standing.UNLICENSED);
        assertThat(copy.activate(KEY).status()).isEqualTo(200);
        assertThat(premises.vendor().machines(KEY)).hasSize(2);
        revalidatedEvery(DAY.multipliedBy(10), 6, original, copy);

        for (Replica each : List.of(original, copy)) {
            assertThat(problems(each)).doesNotContain("seat-shared");
            assertThat(each.standing()).isEqualTo(Standing.ENTERPRISE);
        }
    }

    /**
     * A machine is created, its file checked out without an end, and the machine deleted: with the key alone, as often as
     * somebody likes. The environment says that the vendor allows it.
     */
    @Test
    void endlessFilesByTheKeyAlone_vendorsAnchorsDecideAndNoSetting() {
        Map<String, String> anyFile = Map.of("licensing.vendor.offline-listed-only", "false");
        Replica vendors = ahead(vendorsPackage(), newDatabase(), anyFile);
        Replica without = ahead(ReleasedPackage.application(), premises.database(), anyFile);
        assertThat(activate(without, endlessFile(without)).status()).isEqualTo(200);

        Answer refused = activate(vendors, endlessFile(vendors));
        assertThat(code(refused)).isEqualTo("offline-not-listed");
        premises.vendor().change(KEY, Map.of("metadata", Map.of("offlineFingerprints", fingerprint(vendors))));
        String listed = endlessFile(vendors);
        assertThat(activate(vendors, listed).status()).isEqualTo(200);
        assertThat(vendors.standing()).isEqualTo(Standing.ENTERPRISE);
        assertThat(premises.vendor().machines(KEY)).isEmpty();

        passes(DAY.multipliedBy(2));
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(vendors.standing())
                        .isEqualTo(new Standing(KEY, "restricted", "certificate-ended", 0)));
        assertThat(code(activate(vendors, listed))).isEqualTo("license-file-expired");
        // It is endless elsewhere, which is why the vendor has the anchors.
        assertThat(without.standing()).isEqualTo(Standing.ENTERPRISE);
    }

    private Path vendorsPackage() {
        Map<String, String> anchors = new TreeMap<>(premises.settings());
        anchors.keySet().removeIf(name -> !name.startsWith("licensing.vendor."));
        anchors.put("licensing.vendor.longest-offline-file", "1d");
        anchors.put("licensing.vendor.offline-listed-only", "true");
        return BuiltInVendor.build(folder, anchors);
    }

    /** As with curl. */
    private String endlessFile(Replica service) {
        String license = answered(byKey().get("/v1/me"), 200, "data.id");
        ObjectNode machine = JSON.createObjectNode();
        machine.withObject("/data")
                .put("type", "machines")
                .putObject("attributes")
                .put("fingerprint", fingerprint(service));
        machine.withObject("/data/relationships/license/data")
                .put("type", "licenses")
                .put("id", license);
        ObjectNode forEver = JSON.createObjectNode();
        forEver.putObject("meta")
                .put("encrypt", true)
                .putNull("ttl")
                .putArray("include")
                .add("license")
                .add("license.entitlements");

        String id = answered(byKey().body(machine.toString()).post("/v1/machines"), 201, "data.id");
        String file = answered(
                byKey().body(forEver.toString()).post("/v1/machines/" + id + "/actions/check-out"),
                200,
                "data.attributes.certificate");
        byKey().delete("/v1/machines/" + id).then().statusCode(204);
        return file;
    }

    private static String answered(Response response, int status, String path) {
        return response.then().statusCode(status).extract().jsonPath().getString(path);
    }

    private RequestSpecification byKey() {
        return given().baseUri(premises.turnstile().url().toString())
                .header("Authorization", "License " + KEY)
                .contentType("application/vnd.api+json");
    }

    private Replica start() {
        return premises.start();
    }

    private Replica restarted(Replica service) {
        service.kill();
        return start();
    }

    /** On a host whose clock can be set ahead, and with tokens that are good then, too. */
    private Replica onDatabase(Sql database, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("licensing.database.url", "postgresql://" + database.address());
        // Each check-out is one that the test asks for.
        all.put("licensing.background.revalidation", "1H");
        return premises.start(all, clock.environment(), this::token).awaitReady();
    }

    private Replica ahead(Path application, Sql database, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("licensing.database.url", "postgresql://" + database.address());
        return premises.start(application, all, clock.environment(), this::token)
                .awaitReady();
    }

    private String token() {
        return premises.token(Tokens.claims(Map.of(
                "sub", UUID.randomUUID().toString(), "groups", List.of("Admin"), "exp", Tokens.inSeconds(31_536_000))));
    }

    /** On the hosts and at the vendor's. */
    private void passes(Duration time) {
        elapsed = elapsed.plus(time);
        clock.move(elapsed);
        premises.vendor().moveClock(elapsed);
    }

    private void revalidatedDaily(int days, Replica... all) {
        revalidatedEvery(DAY, days, all);
    }

    private void revalidatedEvery(Duration period, int times, Replica... all) {
        for (int time = 0; time < times; time++) {
            passes(period.minus(Duration.ofHours(1)));
            for (Replica each : all) {
                passes(Duration.ofMinutes(30));
                assertThat(each.post("/license/revalidate").status()).isEqualTo(200);
            }
        }
    }

    private static Sql newDatabase() {
        return new Sql(EmbeddedServer.newDatabase());
    }

    /** As of a virtual machine that is copied. Nobody may be connected to a database that is, and who was killed is gone soon. */
    private static Sql copyOf(Sql database) {
        String name = "clone_" + UUID.randomUUID().toString().replace("-", "");
        String of = database.address().substring(database.address().indexOf('/') + 1);
        await().atMost(LONGEST)
                .ignoreExceptions()
                .untilAsserted(() -> EmbeddedServer.execute(
                        "CREATE DATABASE " + name + " TEMPLATE " + of + " OWNER " + database.role()));
        return new Sql(EmbeddedServer.server() + "/" + name);
    }

    private void detach(Sql database, String fingerprint) {
        Map<String, String> settings = new HashMap<>(premises.settings());
        settings.put("licensing.database.url", "postgresql://" + database.address());
        OperatorCommand.run(ReleasedPackage.application(), settings, List.of("installation", "detach", fingerprint));
    }

    /** Of the license as it is from now on. */
    private String fileOf(int displays, Replica service) {
        premises.vendor().change(KEY, displays(displays));
        passes(Duration.ofSeconds(1));
        return file(service);
    }

    private static Map<String, ?> displays(int number) {
        return Map.of("metadata", Map.of("maxDisplays", number));
    }

    private String file(Replica service) {
        return premises.vendor().file(KEY, Map.of("fingerprint", fingerprint(service), "kind", "machine"));
    }

    private static String fingerprint(Replica service) {
        return service.get("/license").body().at("/installation/fingerprint").asText();
    }

    /** Whatever somebody acknowledges. */
    private static Answer activate(Replica service, String file) {
        return service.postLater(
                        "/license/activate",
                        JSON.createObjectNode()
                                .put("method", "offline")
                                .put("licenseKey", KEY)
                                .put("licenseFile", file)
                                .put("acceptOlder", true)
                                .toString())
                .join();
    }

    private static void assertSuspended(Answer answer) {
        assertThat(code(answer)).isEqualTo("license-suspended");
        assertThat(answer.body().path("detail").asText()).contains("after the license was reinstated");
    }

    private static void assertOlder(Answer answer) {
        assertThat(code(answer)).isEqualTo("license-file-older");
    }

    private static String code(Answer answer) {
        return answer.body().path("code").asText();
    }

    private static List<String> problems(Replica service) {
        return service.get("/license").body().path("problems").findValuesAsText("code");
    }
}
