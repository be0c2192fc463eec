package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.processes.Replica.Answer;
import com.optymyse.inspire.licensing.testing.Turnstile.Hold;
import com.optymyse.inspire.licensing.testing.Turnstile.Side;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A replica waits for a slow licensing server for so long that its lease ends. Meanwhile another replica has, or has not,
 * changed the license. The late commit is refused; nothing is lost and nothing doubled.
 */
@Tag("thorough")
class LeaseIT {

    /** Of an activation that takes a seat: validate, create, validate again, check out. */
    private static final int CALLS = 4;

    private static Premises premises;
    private static Replica slow;
    private static Replica other;

    /** What the other replica does once the lease has ended. */
    enum Meanwhile {
        NOTHING,
        DEACTIVATE,
        ACTIVATE_THE_SAME,
        REVALIDATE;

        Standing after() {
            return switch (this) {
                case NOTHING, REVALIDATE -> Standing.STARTER;
                case DEACTIVATE -> Standing.UNLICENSED;
                case ACTIVATE_THE_SAME -> Standing.ENTERPRISE;
            };
        }
    }

    @BeforeAll
    static void start() {
        premises = Premises.of(LeaseIT.class);
        slow = premises.start();
        other = premises.start();
    }

    @AfterAll
    static void stop() {
        premises.close();
    }

    static Stream<Arguments> everyCallAndWhateverHappensMeanwhile() {
        return IntStream.rangeClosed(1, CALLS)
                .boxed()
                .flatMap(call -> Arrays.stream(Side.values())
                        .flatMap(side -> Arrays.stream(Meanwhile.values())
                                .map(meanwhile -> Arguments.of(call, side, meanwhile))));
    }

    @ParameterizedTest
    @MethodSource("everyCallAndWhateverHappensMeanwhile")
    void replace_leaseEndsWhileTheServerThinks_lateCommitIsRefused(int call, Side side, Meanwhile meanwhile) {
        begin();
        Hold hold = premises.turnstile().hold(call, side);
        CompletableFuture<Answer> late = slow.activateLater("DEMO-ENTERPRISE");
        hold.awaitReached();
        premises.letLeaseEnd();
        doMeanwhile(meanwhile);

        hold.letGo();

        assertThat(late.join().body().path("code").asText()).isEqualTo("operation-in-progress");
        assertThat(other.standing()).isEqualTo(meanwhile.after());
        premises.letTimePass();
        premises.assertSeatsMatchOnceDrained();
        assertSameEverywhere(meanwhile.after());
    }

    @Test
    void activate_hangs_otherReplicaTellsWhoAndUntilWhenAndMovesNothing() {
        begin();
        long revision = other.get("/license").body().path("revision").asLong();
        String tag = other.get("/entitlements").tag();
        Hold hold = premises.turnstile().hold(1, Side.BEFORE);
        CompletableFuture<Answer> hanging = slow.activateLater("DEMO-ENTERPRISE");
        hold.awaitReached();

        awaitUnderWay(other, "activate");
        awaitUnderWay(slow, "activate");
        assertThat(other.get("/license").body().path("revision").asLong()).isEqualTo(revision);
        assertThat(other.get("/entitlements").tag()).isEqualTo(tag);
        Answer refused = other.post("/license/deactivate");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("underWay").path("action").asText()).isEqualTo("activate");
        assertThat(refused.body().path("underWay").path("by").asText()).isNotEmpty();
        assertThat(refused.body().path("until").asText()).isNotEmpty();
        hold.letGo();

        assertThat(hanging.join().status()).isEqualTo(200);
        awaitUnderWay(other, "");
        awaitUnderWay(slow, "");
    }

    /** The lease is renewed as long as its holder lives, and no longer. */
    @Test
    void activate_holderIsKilled_otherWaitsNoLongerThanTheLease() {
        begin();
        Replica mortal = premises.start();
        Hold hold = premises.turnstile().hold(1, Side.BEFORE);
        var _ = mortal.activateLater("DEMO-ENTERPRISE");
        hold.awaitReached();
        awaitUnderWay(other, "activate");

        mortal.kill();

        assertThat(premises.database()
                        .query("SELECT lease_until <= clock_timestamp() + INTERVAL '15 seconds' FROM installation"))
                .containsExactly("t");
        hold.drop();
        awaitUnderWay(other, "");
        assertThat(other.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        assertSameEverywhere(Standing.ENTERPRISE);
    }

    private static void awaitUnderWay(Replica replica, String action) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(replica.get("/license")
                                .body()
                                .path("underWay")
                                .path("action")
                                .asText(""))
                        .isEqualTo(action));
    }

    private static void begin() {
        if (!slow.standing().equals(Standing.UNLICENSED)) {
            assertThat(slow.post("/license/deactivate").status()).isEqualTo(200);
        }
        assertThat(slow.activate("DEMO-STARTER").status()).isEqualTo(200);
        premises.assertSeatsMatchOnceDrained();
        assertSameEverywhere(Standing.STARTER);
    }

    private static void doMeanwhile(Meanwhile meanwhile) {
        Answer answer = switch (meanwhile) {
            case NOTHING -> other.get("/license");
            case DEACTIVATE -> other.post("/license/deactivate");
            case ACTIVATE_THE_SAME -> other.activate("DEMO-ENTERPRISE");
            case REVALIDATE -> other.post("/license/revalidate");
        };
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    private static void assertSameEverywhere(Standing expected) {
        for (Replica replica : List.of(slow, other)) {
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> assertThat(replica.standing()).isEqualTo(expected));
        }
    }
}
