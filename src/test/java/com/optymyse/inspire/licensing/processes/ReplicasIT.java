package com.optymyse.inspire.licensing.processes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.processes.Replica.Answer;
import com.optymyse.inspire.licensing.testing.PostgresLine;
import com.optymyse.inspire.licensing.testing.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two replicas of one installation say the same, whichever of them is asked to do something. */
@Tag("thorough")
class ReplicasIT {

    private static final int OPERATIONS = 200;
    private static final List<String> KINDS = List.of("DEMO-ENTERPRISE", "revalidate", "DEMO-STARTER", "deactivate");
    private static final int CHANGES = Sample.times(50, 200);
    private static final int UNHEARD_CHANGES = Sample.times(10, 20);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final long MICROS = 1_000;

    private Premises premises;
    private Replica one;

    @BeforeEach
    void start() {
        premises = Premises.of(ReplicasIT.class);
        one = premises.start();
    }

    @AfterEach
    void stop() {
        premises.close();
    }

    /** An operation that was asked for at {@code asked} and answered. */
    private record Done(String operation, long asked, Answer answer) {

        boolean succeeded() {
            return answer.status() == 200;
        }

        String code() {
            return answer.body().path("code").asText();
        }

        long revision() {
            return answer.body().path("revision").asLong();
        }

        Standing standing() {
            return Standing.of(answer.body());
        }
    }

    /** Each caller asks for one thing after the other; with as many callers as operations all are asked for at once. */
    @ParameterizedTest
    @ValueSource(ints = {8, OPERATIONS})
    void manyOperations_eachSucceedsOrGivesWay_andOneOrderExplainsThemAll(int callers) {
        Replica other = premises.start();
        // So that whichever comes first can succeed: a busy replica may have room for nothing else.
        assertThat(one.activate("DEMO-STARTER").status()).isEqualTo(200);

        List<Done> done;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            done = IntStream.range(0, callers)
                    .mapToObj(caller -> CompletableFuture.supplyAsync(() -> operate(caller, callers, other), threads))
                    .toList()
                    .stream()
                    .flatMap(caller -> caller.join().stream())
                    .toList();
        }

        report(callers, done);
        assertThat(done)
                .hasSize(OPERATIONS)
                .filteredOn(each -> !each.succeeded())
                .as("there is nothing to deactivate or to re-validate in an order that has no license there")
                .extracting(Done::code)
                .isSubsetOf("operation-in-progress", "not-licensed");
        List<Done> successes = done.stream().filter(Done::succeeded).toList();
        assertThat(successes).isNotEmpty();
        assertOneStateForEachRevision(successes);
        assertNoneGoesBack(successes);
        assertLastStateHolds(successes, other);
        premises.letTimePass();
        premises.assertSeatsMatchOnceDrained();
    }

    /** Its poll comes once an hour, so that what is seen was heard. */
    @Test
    void change_onOneReplica_isHeardByTheOther() {
        Replica other =
                premises.start(Map.of("licensing.background.poll", "1H")).awaitReady();

        report("heard", propagation(other, CHANGES));
    }

    /** Nothing is heard, so that what is seen was found by the poll. */
    @Test
    void change_notificationsLost_isSeenByThePoll() throws IOException {
        try (PostgresLine line = new PostgresLine(premises.database().address())) {
            Replica deaf = premises.start(overLine(line)).awaitReady();
            line.keepNotifications();

            report("found by the poll of a second", propagation(deaf, UNHEARD_CHANGES));

            assertThat(line.kept()).isGreaterThanOrEqualTo(UNHEARD_CHANGES);
        }
    }

    @Test
    void replica_cutOffFromPostgres_goesOnAndCatchesUpByItself() throws IOException {
        try (PostgresLine line = new PostgresLine(premises.database().address())) {
            Replica far = premises.start(overLine(line)).awaitReady();
            assertThat(one.activate("DEMO-STARTER").status()).isEqualTo(200);
            awaitStanding(far, Standing.STARTER);

            line.cut();
            assertThat(one.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
            assertThat(far.standing()).isEqualTo(Standing.STARTER);
            assertThat(far.isReady()).isTrue();
            assertThat(far.post("/license/deactivate").body().path("code").asText())
                    .isEqualTo("store-unavailable");

            line.mend();
            awaitStanding(far, Standing.ENTERPRISE);
            assertThat(far.post("/license/deactivate").status()).isEqualTo(200);
            awaitStanding(one, Standing.UNLICENSED);
        }
    }

    /** The vendor suspends and reinstates; nobody asks for a re-validation, it is only due. */
    @Test
    void suspended_nextRevalidation_restrictsEveryReplica_andReinstatementLicensesThemAgain() {
        Replica other = premises.start();
        assertThat(one.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        Standing suspended = new Standing("DEMO-ENTERPRISE", "restricted", "license-suspended", 0);

        premises.vendor().act("DEMO-ENTERPRISE", "suspend");
        assertThat(one.standing()).isEqualTo(Standing.ENTERPRISE);
        premises.letRevalidationBeDue();
        awaitStanding(one, suspended);
        awaitStanding(other, suspended);
        assertThat(other.get("/entitlements").body().path("licensed").asBoolean())
                .isFalse();

        premises.vendor().act("DEMO-ENTERPRISE", "reinstate");
        premises.letRevalidationBeDue();
        awaitStanding(one, Standing.ENTERPRISE);
        awaitStanding(other, Standing.ENTERPRISE);
    }

    /** Background tasks look each second whether something is due. */
    @Test
    void serverAsksOneReplicaForAPause_otherReplicaAndOneThatStartsMeanwhileKeepIt() {
        Replica other = premises.start();
        assertThat(one.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        premises.vendor().fault(Map.of("mode", "rate-limit", "retryAfter", "86400"));
        isBusy(one.post("/license/revalidate"));
        premises.vendor().noFaults();
        premises.vendor().forgetCalls();

        isBusy(other.post("/license/revalidate"));
        premises.letRevalidationBeDue();
        one.kill();
        Replica restarted = premises.start();
        isBusy(restarted.post("/license/revalidate"));
        assertThat(premises.vendor().calls()).isEmpty();

        premises.letServerPausePass(Duration.ofMinutes(1));
        assertThat(restarted.post("/license/revalidate").status()).isEqualTo(200);
        premises.vendor().forgetCalls();
        premises.letRevalidationBeDue();
        // Which takes as long as several looks.
        premises.start();
        assertThat(premises.vendor().calls()).as("by what asks by itself").isEmpty();

        premises.letServerPausePass(Duration.ofMinutes(59));
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(premises.vendor().calls()).containsExactly("validate", "check-out"));
    }

    private static void isBusy(Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().path("code").asText()).isEqualTo("licensing-server-busy");
        assertThat(answer.retryAfter()).isBetween(1L, 60L);
    }

    private List<Done> operate(int caller, int callers, Replica other) {
        return IntStream.iterate(caller, number -> number < OPERATIONS, number -> number + callers)
                .mapToObj(number -> operate(
                        KINDS.get((number / callers + caller / 2) % KINDS.size()), caller % 2 == 0 ? one : other))
                .toList();
    }

    private static Done operate(String operation, Replica replica) {
        long asked = System.nanoTime();
        Answer answer =
                operation.startsWith("DEMO") ? replica.activate(operation) : replica.post("/license/" + operation);
        return new Done(operation, asked, answer);
    }

    /** Every answer tells the state of its revision, and each deactivation has made a revision of its own. */
    private static void assertOneStateForEachRevision(List<Done> successes) {
        Map<Long, Set<Standing>> states =
                successes.stream().collect(groupingBy(Done::revision, mapping(Done::standing, toSet())));
        assertThat(states).allSatisfy((revision, state) -> assertThat(state).hasSize(1));
        assertThat(successes)
                .filteredOn(each -> each.operation().equals("deactivate"))
                .allSatisfy(each -> assertThat(each.standing()).isEqualTo(Standing.UNLICENSED))
                .extracting(Done::revision)
                .doesNotHaveDuplicates();
        assertThat(successes)
                .filteredOn(each -> each.operation().startsWith("DEMO"))
                .allSatisfy(each -> assertThat(each.standing().key()).isEqualTo(each.operation()));
    }

    /** What was asked after another answer had come belongs to no earlier revision than that. */
    private static void assertNoneGoesBack(List<Done> successes) {
        assertThat(successes)
                .allSatisfy(later -> assertThat(successes)
                        .filteredOn(earlier -> earlier.answer().at() < later.asked())
                        .allSatisfy(earlier -> assertThat(earlier.revision()).isLessThanOrEqualTo(later.revision())));
    }

    private void assertLastStateHolds(List<Done> successes, Replica other) {
        Done last =
                successes.stream().max(Comparator.comparingLong(Done::revision)).orElseThrow();
        awaitStanding(one, last.standing());
        awaitStanding(other, last.standing());
        assertThat(one.get("/license").body().path("revision").asLong()).isEqualTo(last.revision());
    }

    /** For each of some changes, how long after their answer the other replica's /entitlements was another one. */
    private long[] propagation(Replica other, int changes) {
        return IntStream.range(0, changes)
                .mapToLong(number -> timeUntilSeen(other, number % 2 == 0))
                .toArray();
    }

    private long timeUntilSeen(Replica other, boolean activate) {
        String before = other.get("/entitlements").tag();
        AtomicBoolean seen = new AtomicBoolean();
        CompletableFuture<Long> firstSeen = CompletableFuture.supplyAsync(() -> poll(other, before, seen));

        Answer changed = activate ? one.activate("DEMO-ENTERPRISE") : one.post("/license/deactivate");

        assertThat(changed.status()).isEqualTo(200);
        await().atMost(LONGEST).untilTrue(seen);
        return Math.max(0, firstSeen.join() - changed.at());
    }

    /** Asks again and again; the answer's time is when it came, so that the asking itself counts as well. */
    private static long poll(Replica other, String before, AtomicBoolean seen) {
        Answer answer = other.get("/entitlements");
        while (answer.tag().equals(before)) {
            answer = other.get("/entitlements");
        }
        seen.set(true);
        return answer.at();
    }

    private static Map<String, String> overLine(PostgresLine line) {
        return Map.of(
                "licensing.database.url",
                "postgresql://" + line.address() + "?sslmode=disable",
                "licensing.database.migrate-at-start",
                "false");
    }

    private static void awaitStanding(Replica replica, Standing expected) {
        await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(replica.standing()).isEqualTo(expected));
    }

    private static void report(String how, long[] nanos) {
        Figures.report(nanos.length + " changes on one replica, " + how + ": seen by the other after a median of "
                + percentile(nanos, 50) / MICROS + " µs, 99 % within " + percentile(nanos, 99) / MICROS
                + " µs, all within " + percentile(nanos, 100) / MICROS + " µs of the answer");
    }

    private static long percentile(long[] nanos, int percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static void report(int callers, List<Done> done) {
        List<String> outcomes = new ArrayList<>();
        done.stream()
                .collect(groupingBy(each -> each.operation() + (each.succeeded() ? " succeeded" : " " + each.code())))
                .forEach((outcome, all) -> outcomes.add(outcome + " " + all.size()));
        Figures.report(done.size() + " operations by " + callers + " callers on two replicas: "
                + String.join(", ", outcomes.stream().sorted().toList()));
    }
}
