package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.processes.Replica.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A primary and its living standby change places; the replicas find the one that can write without a restart. */
@Tag("thorough")
class FailoverIT {

    private static final int SWITCHES = 2;
    private static final Duration SOON = Duration.ofMinutes(1);

    /** A pool has at most 20 connections, and one more listens. */
    private static final int POOL = 21;

    @TempDir
    Path folder;

    private MortalPostgres primary;
    private MortalPostgres standby;
    private Premises premises;

    @BeforeEach
    void start() throws IOException {
        primary = new MortalPostgres(folder.resolve("one"));
        standby = primary.standby(folder.resolve("other"));
        premises = new Premises("FailoverIT", new Sql(primary.address()));
    }

    @AfterEach
    void stop() throws IOException {
        premises.close();
        primary.stop();
        standby.stop();
    }

    @Test
    void switchedOver_readMeanwhile_andWrittenAfterwardsWithoutARestart() throws IOException {
        List<Replica> replicas = List.of(
                premises.start(both()).awaitReady(), premises.start(both()).awaitReady());
        assertThat(replicas.getFirst().activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        awaitStanding(replicas, Standing.ENTERPRISE);

        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < SWITCHES; round++) {
            primary.stop();
            replicas.forEach(FailoverIT::awaitOnlyRead);
            awaitStanding(replicas, Standing.ENTERPRISE);
            standby.promote();
            seconds.add(awaitWrites(replicas));
            primary.startAsStandbyOf(standby);
            changePlaces();
            awaitStanding(replicas, Standing.ENTERPRISE);
            assertAtMostTwoPools(replicas);
        }

        assertThat(replicas.getFirst().activate("DEMO-STARTER").status()).isEqualTo(200);
        awaitStanding(replicas, Standing.STARTER);
        Figures.report("Primary and standby changed places " + SWITCHES + " times: writes were back on both replicas "
                + seconds + " s after the standby was promoted");
    }

    /** The connections live on, on a server that does not write any more. */
    @Test
    void demotedWithoutAnEndOfItsConnections_writtenToTheOther() {
        List<Replica> replicas = List.of(
                premises.start(both()).awaitReady(), premises.start(both()).awaitReady());
        assertThat(replicas.getFirst().activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        awaitStanding(replicas, Standing.ENTERPRISE);

        primary.asSuperuser().execute("ALTER SYSTEM SET default_transaction_read_only = on");
        primary.asSuperuser().query("SELECT pg_reload_conf()");
        replicas.forEach(FailoverIT::awaitOnlyRead);
        assertSaysThatItMayBeOld(premises.start(only(primary)).awaitReady());
        standby.promote();
        double seconds = awaitWrites(replicas);

        assertThat(replicas.getFirst().activate("DEMO-STARTER").status()).isEqualTo(200);
        awaitStanding(replicas, Standing.STARTER);
        changePlaces();
        assertAtMostTwoPools(replicas);
        Figures.report(
                "A primary was told to write no more, without an end of its connections: writes were back on both"
                        + " replicas " + seconds + " s after the standby was promoted");
    }

    @Test
    void startedAgainstAStandbyAlone_isReadyAndSaysLicensed() throws IOException {
        Replica before = premises.start(both()).awaitReady();
        assertThat(before.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        before.kill();
        primary.stop();

        Replica replica = premises.start(both()).awaitReady();

        assertThat(replica.standing()).isEqualTo(Standing.ENTERPRISE);
        assertThat(replica.get("/entitlements/SSO_SAML").body().path("granted").asBoolean())
                .isTrue();
        assertThat(replica.get("/.well-known/jwks.json").body().path("keys")).hasSize(1);
        assertOnlyRead(replica.post("/license/deactivate"));
        assertOnlyRead(replica.activate("DEMO-STARTER"));
        assertOnlyRead(replica.post("/license/revalidate"));
        await().atMost(SOON).until(() -> problems(replica).contains("state-not-current"));

        standby.promote();
        double seconds = awaitWrites(List.of(replica));
        Figures.report("A replica was started against a standby alone: it wrote " + seconds
                + " s after the standby was promoted");
        await().atMost(SOON).until(() -> !problems(replica).contains("state-not-current"));
        changePlaces();
        standby.startAsStandbyOf(primary);
    }

    /** It answers each read at once, but nobody knows whether another server has taken its place. */
    private static void assertSaysThatItMayBeOld(Replica replica) {
        assertThat(replica.standing()).isEqualTo(Standing.ENTERPRISE);
        await().atMost(SOON).until(() -> problems(replica).contains("state-not-current"));
        replica.kill();
    }

    private void changePlaces() {
        MortalPostgres former = primary;
        primary = standby;
        standby = former;
    }

    /** As customers give it: both servers, in this order. */
    private Map<String, String> both() {
        return at("localhost:" + primary.port() + ",localhost:" + standby.port());
    }

    private Map<String, String> only(MortalPostgres server) {
        return at("localhost:" + server.port());
    }

    private Map<String, String> at(String hosts) {
        Map<String, String> settings = new HashMap<>();
        settings.put("licensing.database.url", "postgresql://" + hosts + "/" + primary.database());
        settings.put("licensing.database.timeout", "2S");
        settings.put("licensing.database.transaction-timeout", "5S");
        return settings;
    }

    /** At PostgreSQL, and in each process: a connection that one of them has given up the other may still have. */
    private void assertAtMostTwoPools(List<Replica> replicas) {
        assertThat(new Sql(primary.address())
                        .number("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'inspire-licensing'"))
                .isBetween(1L, 2L * POOL * replicas.size());
        assertThat(replicas)
                .extracting(replica -> Sockets.to(primary.port(), replica.pid()).size()
                        + Sockets.to(standby.port(), replica.pid()).size())
                .allSatisfy(open -> assertThat(open).isBetween(1, 2 * POOL));
    }

    private static String problems(Replica replica) {
        return replica.get("/license").body().path("problems").toString();
    }

    private static void awaitOnlyRead(Replica replica) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertOnlyRead(replica.post("/license/deactivate")));
    }

    private static void assertOnlyRead(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().path("code").asText()).isEqualTo("store-unavailable");
        assertThat(answer.body().path("detail").asText()).startsWith("PostgreSQL is read-only at the moment.");
    }

    /** Returns how many seconds it took. */
    private static double awaitWrites(List<Replica> replicas) {
        long begun = System.nanoTime();
        for (Replica replica : replicas) {
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(100))
                    .untilAsserted(
                            () -> assertThat(replica.post("/license/revalidate").status())
                                    .isEqualTo(200));
        }
        return Figures.secondsSince(begun);
    }

    private static void awaitStanding(List<Replica> replicas, Standing expected) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> assertThat(replicas).extracting(Replica::standing).containsOnly(expected));
    }
}
