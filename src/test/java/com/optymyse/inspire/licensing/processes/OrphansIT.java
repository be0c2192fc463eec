package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.processes.Replica.Answer;
import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import com.optymyse.inspire.licensing.testing.Sample;
import com.optymyse.inspire.licensing.testing.Turnstile;
import com.optymyse.inspire.licensing.testing.Turnstile.Hold;
import com.optymyse.inspire.licensing.testing.Turnstile.Side;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
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

    private static final String STARTER = "DEMO-STARTER";

    /** Of an activation that takes a seat: validate, create, validate again, check out. */
    private static final int CALLS = 4;

    /** The same where an orphan is in the way: validate, create, check out, delete, create, validate again, check out. */
    private static final int CALLS_OF_MAKING_ROOM = 7;

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

    static List<Arguments> everyCall() {
        return calls(CALLS);
    }

    private static List<Arguments> calls(int number) {
        return IntStream.rangeClosed(1, number)
                .boxed()
                .flatMap(call -> Arrays.stream(Side.values()).map(side -> Arguments.of(call, side)))
                .toList();
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

    static List<Arguments> killedCalls() {
        return Sample.of("orphans, killed", calls(CALLS), 3);
    }

    /** Whatever it has reserved or taken: the other replica finds it, and nobody else needs it. */
    @ParameterizedTest
    @MethodSource("killedCalls")
    void unique_replicaKilled_otherReplicaActivatesAnotherLicense(int call, Side side) {
        kill(premises.start(), premises.turnstile(), A, call, side);
        premises.letLeaseEnd();

        Answer second = other.activate(B);

        assertThat(second.status()).as(second.body().toString()).isEqualTo(200);
        assertThat(premises.vendor().machines(A)).isEmpty();
        assertThat(premises.vendor().machines(B)).hasSize(1);
    }

    /** The request was on its way when its replica died, and arrives once the seat was looked for and not found. */
    @Test
    void unique_requestArrivesAfterItsSeatWasLookedFor_otherReplicaActivatesAnotherLicense() {
        Replica mortal = premises.start();
        Hold create = premises.turnstile().hold(2, Side.BEFORE);
        var _ = mortal.activateLater(A);
        create.awaitReached();
        mortal.kill();
        premises.letLeaseEnd();
        premises.database().execute("UPDATE release SET next_attempt_at = now() - INTERVAL '1 second'");
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(premises.database()
                                .query("SELECT state FROM release WHERE attempts = 0"
                                        + " AND next_attempt_at = since + INTERVAL '10 minutes'"))
                        .containsExactly("reserved"));
        create.letGo();
        assertThat(premises.vendor().machines(A)).hasSize(1);

        Answer second = other.activate(B);

        assertThat(second.status()).as(second.body().toString()).isEqualTo(200);
        assertThat(premises.vendor().machines(A)).isEmpty();
        assertThat(premises.vendor().machines(B)).hasSize(1);
    }

    static List<Arguments> lostCallsOfMakingRoom() {
        return Sample.of("orphans, lost while room is made", calls(CALLS_OF_MAKING_ROOM), 3);
    }

    static List<Arguments> killedCallsOfMakingRoom() {
        return Sample.of("orphans, killed while room is made", calls(CALLS_OF_MAKING_ROOM), 7);
    }

    @ParameterizedTest
    @MethodSource("lostCallsOfMakingRoom")
    void unique_callOrAnswerLostWhileRoomIsMade_seatsAreThoseHeld(int call, Side side) {
        orphan();
        Hold hold = premises.turnstile().hold(call, side);
        CompletableFuture<Answer> second = other.activateLater(B);
        hold.awaitReached();
        hold.drop();
        boolean held = second.join().status() == 200;

        premises.letTimePass();
        awaitNothingOwed();

        assertThat(premises.vendor().machines(A)).isEmpty();
        assertThat(premises.vendor().machines(B)).hasSize(held ? 1 : 0);
        Figures.report("lost " + side + " call " + call + " of making room: " + (held ? "held" : "refused"));
    }

    @ParameterizedTest
    @MethodSource("killedCallsOfMakingRoom")
    void unique_replicaKilledWhileRoomIsMade_noSeatIsLeft(int call, Side side) {
        Replica mortal = premises.start();
        orphan();
        kill(mortal, premises.turnstile(), B, call, side);

        premises.letTimePass();
        awaitNothingOwed();

        assertThat(premises.vendor().machines(A)).isEmpty();
        assertThat(premises.vendor().machines(B)).isEmpty();
        assertThat(other.standing()).isEqualTo(Standing.UNLICENSED);
    }

    @Test
    void unique_releaseBlockedByOneReplica_otherReplicaNamesItAndGivesItBackOnceItMay() {
        assertThat(one.activate(A).status()).isEqualTo(200);
        premises.vendor().act(A, "suspend");
        assertThat(one.post("/license/deactivate").status()).isEqualTo(200);

        Answer refused = other.activate(B);
        premises.vendor().act(A, "reinstate");
        Answer second = other.activate(B);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("holder").asText()).isEqualTo("earlier-license");
        assertThat(refused.body().path("detail").asText()).contains("LICENSE_SUSPENDED");
        assertThat(second.status()).as(second.body().toString()).isEqualTo(200);
        assertThat(premises.vendor().machines(A)).isEmpty();
        assertThat(premises.vendor().machines(B)).hasSize(1);
    }

    /**
     * In real time: what is promised is a minute. One replica was killed, one was killed whose license is unique and whose
     * survivor looks after seats as seldom as in production, and one lost two answers.
     */
    @Test
    void oneSeat_orphans_anotherInstallationHasTheirSeatsWithinAMinute() {
        premises.vendor().removeMachines(ONE_SEAT);
        premises.vendor().change(A, Map.of("policy", Map.of("maxMachines", 1)));
        premises.vendor().change(STARTER, Map.of("policy", Map.of("maxMachines", 1)));
        try (Turnstile seldom = new Turnstile(premises.turnstile().url());
                Turnstile losing = new Turnstile(premises.turnstile().url())) {
            Map<String, String> second = installation(seldom, "10S");
            Replica stranger = premises.start(installation(premises.turnstile(), "1S"));
            Replica unlucky = premises.start(installation(losing, "1S"));
            Replica killed = premises.start();
            premises.start(second).awaitReady();
            Replica killedSecond = premises.start(second).awaitReady();
            stranger.awaitReady();
            unlucky.awaitReady();

            kill(killed, premises.turnstile(), ONE_SEAT, 2, Side.AFTER);
            kill(killedSecond, seldom, A, 2, Side.AFTER);
            loseSeat(unlucky, losing, STARTER);
            List<String> orphans = seats();
            assertThat(orphans).hasSize(3);

            Deque<String> wanted = new ArrayDeque<>(List.of(ONE_SEAT, A, STARTER));
            await().atMost(LONGEST).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                while (!wanted.isEmpty() && stranger.activate(wanted.element()).status() == 200) {
                    wanted.remove();
                }
                assertThat(wanted).as("licenses whose seat is taken").isEmpty();
            });

            assertThat(seats()).doesNotContainAnyElementsOf(orphans);
            assertThat(premises.vendor().machines(STARTER)).hasSize(1);
            assertThat(other.standing()).isEqualTo(Standing.UNLICENSED);
        }
    }

    private static List<String> seats() {
        return Stream.of(ONE_SEAT, A, STARTER)
                .flatMap(key -> premises.vendor().machines(key).stream())
                .toList();
    }

    /** Another installation, whose calls can be held apart from those of others. */
    private static Map<String, String> installation(Turnstile turnstile, String releases) {
        return Map.of(
                "licensing.database.url",
                "postgresql://" + new Sql(EmbeddedServer.newDatabase()).address(),
                "licensing.server.url",
                turnstile.url().toString(),
                "licensing.background.releases",
                releases);
    }

    /** A seat of an activation that has failed; nobody looks for it by itself. */
    private static void orphan() {
        loseSeat(one, premises.turnstile(), A);
        premises.database().execute("UPDATE release SET next_attempt_at = now() + INTERVAL '1 hour'");
        assertThat(premises.vendor().machines(A)).hasSize(1);
    }

    /** Takes a seat, and gets no answer to that and to the check-out that would tell. */
    private static void loseSeat(Replica unlucky, Turnstile turnstile, String key) {
        Hold create = turnstile.hold(2, Side.AFTER);
        Hold checkOut = turnstile.holdAlso(3, Side.AFTER);
        CompletableFuture<Answer> activation = unlucky.activateLater(key);
        create.awaitReached();
        create.drop();
        checkOut.awaitReached();
        checkOut.drop();
        assertThat(activation.join().status()).isEqualTo(503);
    }

    private static void kill(Replica mortal, Turnstile turnstile, String key, int call, Side side) {
        Hold hold = turnstile.hold(call, side);
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
