package com.optymyse.inspire.licensing.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.EventStream;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.SavedTables;
import com.optymyse.inspire.licensing.testing.Turnstile;
import com.optymyse.inspire.licensing.testing.Turnstile.Hold;
import com.optymyse.inspire.licensing.testing.Turnstile.Side;
import com.optymyse.inspire.licensing.testing.TurnstileTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** While the licensing server hangs, everybody else can see what is waited for, and nobody waits who need not. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(TurnstileTestResource.class)
class HangingServerComponentTest {

    private static final int MANY = 8;

    SandboxControl sandbox;

    Turnstile turnstile;

    @Inject
    FreshInstallation installation;

    @Inject
    DataSource database;

    @Inject
    ConcurrencyLimit bulkhead;

    @Inject
    CurrentInstallation current;

    @TestHTTPResource("/entitlements/stream")
    URI address;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private List<UniAssertSubscriber<Object>> inside = List.of();
    private Api admin;

    @BeforeEach
    void unlicensed() {
        sandbox.reset();
        installation.begin();
        admin = new Api(sandbox.token("Admin"));
    }

    @AfterEach
    void end() {
        inside.forEach(UniAssertSubscriber::cancel);
        threads.close();
    }

    /** As many as there is room for operations. Whoever is late finds no license any more, and asks nobody. */
    @Test
    void revalidate_manyThatHang_askOnceAndHoldUpNoDeactivation() {
        admin.activate("DEMO-STARTER").statusCode(200);
        Hold hold = turnstile.hold(1, Side.BEFORE);
        sandbox.forgetCalls();
        List<CompletableFuture<Integer>> hanging = Stream.generate(() -> later(() -> admin.post("/license/revalidate")))
                .limit(MANY)
                .map(answer -> answer.thenApply(response -> response.extract().statusCode()))
                .toList();
        hold.awaitReached();

        admin.post("/license/deactivate").statusCode(200).body("release", equalTo("completed"));
        assertThat(hanging).anyMatch(answer -> !answer.isDone());
        hold.letGo();

        assertThat(hanging).extracting(CompletableFuture::join).containsOnly(409);
        assertThat(sandbox.calls()).containsOnlyOnce("validate");
        admin.get("/license").body("standing", equalTo("unlicensed"));
    }

    @Test
    void activate_thatHangs_isSeenByEverybodyAndMovesNothing() {
        admin.activate("DEMO-STARTER").statusCode(200);
        Integer revision = admin.get("/license").extract().path("revision");
        String tag = admin.get("/entitlements").extract().header("ETag");
        Hold hold = turnstile.hold(1, Side.BEFORE);
        CompletableFuture<ValidatableResponse> hanging = later(() -> admin.activate("DEMO-ENTERPRISE"));
        hold.awaitReached();

        admin.get("/license")
                .body("underWay.action", equalTo("activate"))
                .body("underWay.since", notNullValue())
                .body(
                        "underWay.by",
                        equalTo(admin.get("/license/history").extract().path("entries[0].actor")))
                .body("revision", equalTo(revision));
        assertThat(admin.get("/entitlements").extract().header("ETag")).isEqualTo(tag);
        admin.post("/license/deactivate")
                .statusCode(409)
                .header("Retry-After", "5")
                .body("code", equalTo("operation-in-progress"))
                .body("values.action", equalTo("activate"))
                .body("values.since", notNullValue())
                .body("underWay.action", equalTo("activate"))
                .body("until", notNullValue());
        hold.letGo();

        hanging.join().statusCode(200).body("underWay", nullValue());
        admin.get("/license").body("underWay", nullValue());
    }

    /** What listeners and caches go by moves with the license alone. */
    @Test
    void lease_takenAndGivenBack_movesNothing() throws SQLException {
        admin.activate("DEMO-STARTER").statusCode(200);
        Integer revision = admin.get("/license").extract().path("revision");
        String tag = admin.get("/entitlements").extract().header("ETag");
        long version = version();
        try (EventStream stream = EventStream.open(address, sandbox.token(""))) {
            assertThat(stream.next().id()).isEqualTo(tag);
            Hold hold = turnstile.hold(1, Side.BEFORE);
            CompletableFuture<ValidatableResponse> hanging = later(() -> admin.activate("DEMO-EXPIRED"));
            hold.awaitReached();
            assertThat(version()).isEqualTo(version);
            hold.letGo();
            hanging.join().statusCode(422);

            admin.get("/license").body("underWay", nullValue()).body("revision", equalTo(revision));
            assertThat(admin.get("/entitlements").extract().header("ETag")).isEqualTo(tag);
            assertThat(version()).isEqualTo(version);
            admin.post("/license/deactivate").statusCode(200);

            // No event was between the first one and that of the deactivation.
            assertThat(stream.next().data()).contains("unlicensed");
        }
    }

    @Test
    void dismiss_manyOperationsUnderWay_isRefusedAtOnce() {
        occupy();

        admin.post("/license/releases/machine-1/dismiss")
                .statusCode(409)
                .body("code", equalTo("operation-in-progress"));

        inside.forEach(UniAssertSubscriber::cancel);
        admin.post("/license/releases/machine-1/dismiss").statusCode(404);
    }

    /** It asks no licensing server, and an admin who sees the problem is not to wait for those who do. */
    @Test
    void confirmRollback_manyOperationsUnderWay_isConfirmedAtOnce() throws Throwable {
        SavedTables backup = SavedTables.of(database);
        admin.activate("DEMO-STARTER").statusCode(200);
        backup.putBack(database);
        VertxContextSupport.subscribeAndAwait(current::reload);
        admin.get("/license").body("problems.code", hasItem("state-rolled-back"));
        occupy();

        admin.post("/license/rollback/confirm")
                .statusCode(200)
                .body("problems.code", not(hasItem("state-rolled-back")));
    }

    /** Takes every place for operations, until the test ends. */
    private void occupy() {
        inside = Stream.generate(() -> bulkhead.admit(() -> Uni.createFrom().nothing()))
                .limit(ConcurrencyLimit.ROOM)
                .map(operation -> operation.subscribe().withSubscriber(UniAssertSubscriber.create()))
                .toList();
    }

    private long version() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT version FROM installation")) {
            row.next();
            return row.getLong(1);
        }
    }

    private CompletableFuture<ValidatableResponse> later(Supplier<ValidatableResponse> request) {
        return CompletableFuture.supplyAsync(request, threads);
    }
}
