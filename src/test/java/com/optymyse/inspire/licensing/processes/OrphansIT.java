package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.processes.Replica.Answer;
import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import com.optymyse.inspire.licensing.testing.Turnstile.Hold;
import com.optymyse.inspire.licensing.testing.Turnstile.Side;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The seat of an activation that has failed, or whose replica was killed, is in nobody's way: not of this installation where
 * the vendor lets a fingerprint have one seat in all, and for no more than a minute of another installation.
 */
@Tag("thorough")
class OrphansIT {

    private static final String A = "DEMO-UNIQUE-A";
    private static final String B = "DEMO-UNIQUE-B";

    /** With one seat, once the sandbox's own machine is gone from it. */
    private static final String ONE_SEAT = "DEMO-FULL";

    /** Of an activation that takes a seat: validate, create, validate again, check out. */
    private static final int CALLS = 4;

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static Premises premises;
    private static Replica one;
    private static Replica other;

    @BeforeAll
    static void start() {
        premises = Premises.of(OrphansIT.class);
        one = premises.start();
        other = premises.start();
    }

    @AfterAll
    static void stop() {
        premises.close();
    }

    @AfterEach
    void unlicensed() {
        if (!other.standing().equals(Standing.UNLICENSED)) {
            assertThat(other.post("/license/deactivate").status()).isEqualTo(200);
        }
        premises.letTimePass();
        awaitNothingOwed();
    }

    static Stream<Arguments> everyCall() {
        return IntStream.rangeClosed(1, CALLS)
                .boxed()
                .flatMap(call -> Arrays.stream(Side.values()).map(side -> Arguments.of(call, side)));
    }

    /** Whatever has become of the first license: its seat goes if it is an orphan, and stays if the license is held. */
    @ParameterizedTest
    @MethodSource("everyCall")
    void unique_callOrAnswerLost_otherReplicaActivatesAnotherLicenseOrIsToldWhoHasTheSeat(int call, Side side) {
        Hold hold = premises.turnstile().hold(call, side);
        CompletableFuture<Answer> first = one.activateLater(A);
        hold.awaitReached();
        hold.drop();
        boolean held = first.join().status() == 200;
        List<String> seat = premises.vendor().machines(A);
        premises.vendor().forgetCalls();

        Answer second = other.activate(B);

        if (held) {
            assertThat(second.status()).isEqualTo(422);
            assertThat(second.body().path("holder").asText()).isEqualTo("present-license");
            assertThat(premises.vendor().calls()).doesNotContain("delete");
            assertThat(premises.vendor().machines(A)).isEqualTo(seat);
        } else {
            assertThat(second.status()).as(second.body().toString()).isEqualTo(200);
            assertThat(premises.vendor().machines(A)).isEmpty();
            assertThat(premises.vendor().machines(B)).hasSize(1);
        }
        Figures.report("lost " + side + " call " + call + ": " + (held ? "held" : "refused") + ", then asked "
                + premises.vendor().calls());
    }

    @ParameterizedTest
    @CsvSource({"2, AFTER", "3, AFTER", "4, AFTER"})
    void unique_replicaKilledOnceTheSeatIsTaken_otherReplicaActivatesAnotherLicense(int call, Side side) {
        kill(A, call, side);
        premises.letLeaseEnd();
        assertThat(premises.vendor().machines(A)).hasSize(1);

        Answer second = other.activate(B);

        assertThat(second.status()).as(second.body().toString()).isEqualTo(200);
        assertThat(premises.vendor().machines(A)).isEmpty();
        assertThat(premises.vendor().machines(B)).hasSize(1);
    }

    /** In real time: what is promised is a minute. */
    @Test
    void ordinary_replicaKilledOnceTheSeatIsTaken_anotherInstallationHasItWithinAMinute() {
        premises.vendor().removeMachines(ONE_SEAT);
        Replica stranger = premises.start(Map.of(
                        "licensing.database.url", "postgresql://" + new Sql(EmbeddedServer.newDatabase()).address()))
                .awaitReady();
        kill(ONE_SEAT, 2, Side.AFTER);
        List<String> orphan = premises.vendor().machines(ONE_SEAT);
        assertThat(orphan).hasSize(1);
        assertThat(stranger.activate(ONE_SEAT).body().path("code").asText()).isEqualTo("machine-limit-reached");

        await().atMost(LONGEST)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertThat(stranger.activate(ONE_SEAT).status()).isEqualTo(200));

        assertThat(premises.vendor().machines(ONE_SEAT)).hasSize(1).doesNotContainAnyElementsOf(orphan);
        assertThat(other.standing()).isEqualTo(Standing.UNLICENSED);
    }

    private static void kill(String key, int call, Side side) {
        Replica mortal = premises.start();
        Hold hold = premises.turnstile().hold(call, side);
        var _ = mortal.activateLater(key);
        hold.awaitReached();
        mortal.kill();
        hold.drop();
    }

    private static void awaitNothingOwed() {
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(
                        () -> assertThat(premises.database().query("SELECT machine_id || ' ' || state FROM release"))
                                .as("seats still to be given back")
                                .isEmpty());
    }
}
