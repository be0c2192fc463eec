package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.HeldSignIns;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.OtherSettings;
import com.optymyse.inspire.licensing.testing.RawClient;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.Turnstile;
import com.optymyse.inspire.licensing.testing.Turnstile.Hold;
import com.optymyse.inspire.licensing.testing.Turnstile.Side;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever asks for an operation and hangs up, at whichever step: it ends as if the client had stayed. */
@QuarkusTest
@Tag("thorough")
@TestProfile(OtherSettings.class)
class HangUpComponentTest {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** In bytes: longer than what Vert.x takes in before it is asked to, and short enough for the sockets to take it all. */
    private static final int LONG_BODY = 300_000;

    SandboxControl sandbox;

    Turnstile turnstile;

    @Inject
    FreshInstallation installation;

    @Inject
    HeldSignIns signIns;

    @Inject
    DataSource database;

    @Inject
    Vertx vertx;

    @Inject
    MeterRegistry meters;

    @TestHTTPResource("/")
    URI service;

    private String token;
    private Counts before;

    /** How many activations and validations have succeeded, as the metrics tell. */
    record Counts(long activations, long validations) {

        Counts since(Counts before) {
            return new Counts(activations - before.activations, validations - before.validations);
        }
    }

    /** An operation, what it leaves when nobody hangs up, and how it is counted. */
    enum Operation {
        ACTIVATE("DEMO-ENTERPRISE", 1, 0, "activate succeeded"),
        REPLACE("DEMO-ENTERPRISE", 1, 0, "replace succeeded", "release succeeded"),
        REVALIDATE("DEMO-STARTER", 0, 1, "revalidate succeeded"),
        DEACTIVATE(null, 0, 0, "deactivate succeeded", "release succeeded");

        private final String holds;
        private final int activations;
        private final int validations;
        private final String trail;

        Operation(String holds, int activations, int validations, String... trail) {
            this.holds = holds;
            this.activations = activations;
            this.validations = validations;
            this.trail = String.join("\n", trail);
        }

        boolean beginsUnlicensed() {
            return this == ACTIVATE;
        }

        Counts counted() {
            return new Counts(activations, validations);
        }

        String path() {
            return switch (this) {
                case ACTIVATE, REPLACE -> "/license/activate";
                case REVALIDATE -> "/license/revalidate";
                case DEACTIVATE -> "/license/deactivate";
            };
        }

        String body() {
            return path().endsWith("/activate") ? "{\"method\":\"online\",\"licenseKey\":\"DEMO-ENTERPRISE\"}" : "";
        }
    }

    static Stream<Arguments> everySignIn() {
        return Arrays.stream(Operation.values())
                .flatMap(operation ->
                        Arrays.stream(HeldSignIns.Threads.values()).map(threads -> Arguments.of(operation, threads)));
    }

    @BeforeEach
    void unlicensed() {
        sandbox.reset();
        installation.begin();
        token = sandbox.token("Admin");
        before = counts();
    }

    /** At a step for which an operation has long enough on any machine; HangUpIT has every step. */
    @ParameterizedTest
    @CsvSource({"ACTIVATE, 3, AFTER", "REPLACE, 3, BEFORE", "REVALIDATE, 2, AFTER"})
    void operation_clientHangsUpDuringACall_endsAsIfItHadStayed(Operation operation, int call, Side side) {
        prepare(operation);
        Hold hold = turnstile.hold(call, side);

        try (LogRecorder log = LogRecorder.start()) {
            askAndHangUp(operation, hold::awaitReached);
            hold.letGo();

            assertEndedAsIfItHadStayed(operation);
            assertThat(log.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("everySignIn")
    void operation_clientHangsUpBeforeItsTokenIsVerified_endsAsIfItHadStayed(
            Operation operation, HeldSignIns.Threads threads) {
        prepare(operation);
        turnstile.hold(0, Side.BEFORE);

        try (HeldSignIns.Hold hold = signIns.hold(threads)) {
            askAndHangUp(operation, hold::awaitReached);
        }

        assertEndedAsIfItHadStayed(operation);
    }

    /**
     * A body that is too long for the service to hold it back reaches it when somebody reads it, and the connection's end
     * after it.
     */
    @ParameterizedTest
    @EnumSource
    void activation_longBodyOfAClientThatIsGoneBeforeItsTokenIsVerified_endsAsIfItHadStayed(
            HeldSignIns.Threads threads) {
        turnstile.hold(0, Side.BEFORE);

        try (HeldSignIns.Hold hold = signIns.hold(threads)) {
            RawClient.post(
                            service.resolve(Operation.ACTIVATE.path()),
                            token,
                            Operation.ACTIVATE.body() + " ".repeat(LONG_BODY))
                    .close();
            hold.awaitReached();
        }

        assertEndedAsIfItHadStayed(Operation.ACTIVATE);
    }

    @ParameterizedTest
    @EnumSource
    void activation_http2ClientHangsUpBeforeItsTokenIsVerified_endsAsIfItHadStayed(HeldSignIns.Threads threads) {
        turnstile.hold(0, Side.BEFORE);
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));

        try (HeldSignIns.Hold hold = signIns.hold(threads)) {
            client.request(new RequestOptions()
                            .setMethod(HttpMethod.POST)
                            .setAbsoluteURI(
                                    service.resolve(Operation.ACTIVATE.path()).toString())
                            .putHeader("Authorization", "Bearer " + token)
                            .putHeader("Content-Type", "application/json"))
                    .compose(request -> request.send(Operation.ACTIVATE.body()));
            hold.awaitReached();
            client.close().toCompletionStage().toCompletableFuture().join();
        }

        assertEndedAsIfItHadStayed(Operation.ACTIVATE);
    }

    @ParameterizedTest
    @EnumSource
    void operation_clientHangsUpAtOnce_endsAsIfItHadStayed(Operation operation) {
        prepare(operation);
        turnstile.hold(0, Side.BEFORE);

        RawClient.post(service.resolve(operation.path()), token, operation.body())
                .close();

        assertEndedAsIfItHadStayed(operation);
    }

    @ParameterizedTest
    @EnumSource
    void dismissal_clientHangsUpBeforeItsTokenIsVerified_seatIsGivenUp(HeldSignIns.Threads threads) {
        turnstile.hold(0, Side.BEFORE);
        String machine = blockedSeat();

        try (HeldSignIns.Hold hold = signIns.hold(threads);
                RawClient client =
                        RawClient.post(service.resolve("/license/releases/" + machine + "/dismiss"), token, "")) {
            hold.awaitReached();
            client.hangUp();
        }

        awaitDismissed();
    }

    /** The lease waits for whoever has locked the row. */
    @Test
    void activation_clientHangsUpWhileTheLeaseIsTaken_endsAsIfItHadStayed() throws SQLException {
        turnstile.hold(0, Side.BEFORE);

        hangUpWhileTheLeaseIsTaken(Operation.ACTIVATE.path(), Operation.ACTIVATE.body());

        assertEndedAsIfItHadStayed(Operation.ACTIVATE);
    }

    @Test
    void dismissal_clientHangsUpWhileTheLeaseIsTaken_seatIsGivenUp() throws SQLException {
        turnstile.hold(0, Side.BEFORE);
        String machine = blockedSeat();

        hangUpWhileTheLeaseIsTaken("/license/releases/" + machine + "/dismiss", "");

        awaitDismissed();
    }

    @Test
    void offlineActivation_clientHangsUpWhileTheLeaseIsTaken_isLicensed() throws Exception {
        turnstile.hold(0, Side.BEFORE);
        String fingerprint = new Api(token).get("/license").extract().path("installation.fingerprint");
        sandbox.change(
                "DEMO-ENTERPRISE", Map.of("metadata", Map.of("maxDisplays", 500, "offlineFingerprints", fingerprint)));
        String body = new ObjectMapper()
                .writeValueAsString(Map.of(
                        "method",
                        "offline",
                        "licenseKey",
                        "DEMO-ENTERPRISE",
                        "licenseFile",
                        sandbox.file("DEMO-ENTERPRISE", Map.of("kind", "machine", "fingerprint", fingerprint))));

        hangUpWhileTheLeaseIsTaken("/license/activate", body);

        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(query("SELECT action || ' ' || outcome FROM audit"))
                        .containsExactly("activate succeeded"));
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(query("SELECT lease_token FROM installation"))
                        .containsExactly((String) null));
        new Api(token).get("/license").body("license.validationMode", equalTo("offline"));
    }

    /** It changes nothing, so that nobody needs its end. */
    @ParameterizedTest
    @CsvSource({"1, BEFORE", "1, AFTER", "2, BEFORE", "2, AFTER"})
    void preview_clientHangsUpDuringACall_leavesNothing(int call, Side side) {
        Hold hold = turnstile.hold(call, side);

        try (LogRecorder log = LogRecorder.start()) {
            try (RawClient client =
                    RawClient.post(service.resolve("/license/preview"), token, Operation.ACTIVATE.body())) {
                hold.awaitReached();
                client.hangUp();
            }
            hold.letGo();

            turnstile.hold(0, Side.BEFORE);
            new Api(token).get("/license").body("license", nullValue()).body("underWay", nullValue());
            assertThat(query("SELECT lease_token FROM installation")).containsExactly((String) null);
            assertThat(query("SELECT machine_id FROM release")).isEmpty();
            assertThat(sandbox.machines("DEMO-ENTERPRISE")).isEmpty();
            new Api(token).activate("DEMO-ENTERPRISE").statusCode(200);
            assertThat(query("SELECT action || ' ' || outcome FROM audit ORDER BY id"))
                    .containsExactly("activate succeeded");
            assertThat(log.warnings()).isEmpty();
        }
    }

    private void prepare(Operation operation) {
        if (!operation.beginsUnlicensed()) {
            new Api(token).activate("DEMO-STARTER").statusCode(200);
            await().atMost(LONGEST).until(() -> counts().since(before).equals(new Counts(1, 0)));
            before = counts();
        }
    }

    private Counts counts() {
        long activations = meters.find("licensing.activations").tag("outcome", "succeeded").counters().stream()
                .mapToLong(counter -> Math.round(counter.count()))
                .sum();
        long validations = meters.find("licensing.validation.duration").tag("outcome", "good").timers().stream()
                .mapToLong(Timer::count)
                .sum();
        return new Counts(activations, validations);
    }

    private void askAndHangUp(Operation operation, Runnable step) {
        try (RawClient client = RawClient.post(service.resolve(operation.path()), token, operation.body())) {
            step.run();
            client.hangUp();
        }
    }

    private void hangUpWhileTheLeaseIsTaken(String path, String body) throws SQLException {
        try (Connection lock = database.getConnection();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("SELECT id FROM installation FOR UPDATE");
            try (RawClient client = RawClient.post(service.resolve(path), token, body)) {
                awaitOperationWaitingForTheLease();
                client.hangUp();
            }
            lock.commit();
        }
    }

    /** The machine of a seat that its suspended license keeps. */
    private String blockedSeat() {
        Api admin = new Api(token);
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "suspend");
        return admin.post("/license/deactivate").extract().path("installation.pendingReleases[0].machineId");
    }

    private void awaitDismissed() {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(query("SELECT action || ' ' || outcome FROM audit ORDER BY id DESC"))
                        .first()
                        .isEqualTo("dismiss_release succeeded"));
        assertThat(query("SELECT machine_id FROM release")).isEmpty();
    }

    private void awaitOperationWaitingForTheLease() {
        await().atMost(LONGEST)
                .until(() -> !query("SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                + " AND datname = current_database() AND query LIKE '%SET lease_token = $1,%'")
                        .isEmpty());
    }

    private void assertEndedAsIfItHadStayed(Operation operation) {
        List<String> trail = operation.trail.lines().toList();
        await().atMost(LONGEST).untilAsserted(() -> assertThat(trail(operation)).isEqualTo(trail));
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(query("SELECT lease_token FROM installation"))
                        .containsExactly((String) null));
        assertThat(trail(operation)).isEqualTo(trail);
        new Api(token).get("/license").body("license.key", equalTo(operation.holds));
        assertThat(query("SELECT machine_id FROM release")).isEmpty();
        List<String> seats = new ArrayList<>(sandbox.machines("DEMO-ENTERPRISE"));
        seats.addAll(sandbox.machines("DEMO-STARTER"));
        assertThat(seats).isEqualTo(query("SELECT machine_id FROM license"));
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(counts().since(before)).isEqualTo(operation.counted()));
    }

    /** What the operation has left in the audit trail, oldest first. */
    private List<String> trail(Operation operation) {
        int before = operation.beginsUnlicensed() ? 0 : 1;
        return query("SELECT action || ' ' || outcome FROM audit ORDER BY id OFFSET " + before);
    }

    private List<String> query(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException failure) {
            throw new AssertionError("The database can't be asked.", failure);
        }
    }
}
