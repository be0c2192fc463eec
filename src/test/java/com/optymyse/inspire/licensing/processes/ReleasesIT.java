package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.processes.Replica.Answer;
import com.optymyse.inspire.licensing.testing.Turnstile.Hold;
import com.optymyse.inspire.licensing.testing.Turnstile.Side;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A seat that can't be given back at once is given back later, by whichever replica runs then, and only if nobody uses it. */
@Tag("thorough")
class ReleasesIT {

    private Premises premises;
    private Replica one;
    private Replica other;

    @BeforeEach
    void start() {
        premises = Premises.of(ReleasesIT.class);
        one = premises.start();
        other = premises.start();
    }

    @AfterEach
    void stop() {
        premises.close();
    }

    @Test
    void release_blockedBySuspension_staysVisibleAcrossRestarts_andCompletesAfterReinstatement() {
        assertThat(one.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        premises.vendor().act("DEMO-ENTERPRISE", "suspend");

        Answer deactivated = one.post("/license/deactivate");

        assertThat(deactivated.body().path("release").asText()).isEqualTo("pending");
        awaitBlocked(one, 1);
        awaitBlocked(other, 1);
        one.kill();
        other.kill();
        Replica restarted = premises.start();
        awaitBlocked(restarted, 1);
        premises.letTimePass();
        awaitBlocked(restarted, 2);
        assertThat(premises.machines()).hasSize(1);

        premises.vendor().act("DEMO-ENTERPRISE", "reinstate");
        premises.letTimePass();
        premises.assertSeatsMatchOnceDrained();

        assertThat(premises.machines()).isEmpty();
        awaitPending(restarted, List.of());
    }

    @Test
    void release_seatInUseAgain_neverHappens() {
        assertThat(one.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        premises.vendor().act("DEMO-ENTERPRISE", "suspend");
        assertThat(one.post("/license/deactivate").status()).isEqualTo(200);
        awaitBlocked(other, 1);
        premises.vendor().act("DEMO-ENTERPRISE", "reinstate");
        List<String> seat = premises.machines();

        assertThat(other.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        premises.vendor().forgetCalls();
        premises.letTimePass();

        premises.assertSeatsMatchOnceDrained();
        assertThat(premises.machines()).isEqualTo(seat);
        assertThat(premises.vendor().calls()).doesNotContain("delete");
        assertThat(one.post("/license/revalidate").status()).isEqualTo(200);
        assertThat(one.standing()).isEqualTo(Standing.ENTERPRISE);
    }

    /** The deletion is still on its way when the same license is activated again: it must not hit the seat in use then. */
    @Test
    void release_reachesTheServerAfterAnActivation_doesNotHitTheSeatInUse() {
        assertThat(one.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        Hold deletion = premises.turnstile().hold(1, Side.BEFORE);
        CompletableFuture<Answer> deactivation = one.postLater("/license/deactivate", "");
        deletion.awaitReached();
        assertThat(deactivation.join().body().path("release").asText()).isEqualTo("pending");

        assertThat(other.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        deletion.letGo();

        premises.letTimePass();
        premises.assertSeatsMatchOnceDrained();
        assertThat(other.post("/license/revalidate").status()).isEqualTo(200);
        assertThat(other.standing()).isEqualTo(Standing.ENTERPRISE);
    }

    /**
     * A second deletion, which the activation itself has sent, is on its way as well: no seat is to be had until they are
     * over.
     */
    @Test
    void release_twoDeletionsOnTheirWay_activationGivesWayUntilTheyAreOver() {
        assertThat(one.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        List<String> given = premises.machines();
        Hold first = premises.turnstile().hold(1, Side.BEFORE);
        // Between them the activation validates and checks out.
        Hold second = premises.turnstile().holdAlso(4, Side.BEFORE);
        Answer deactivated = one.post("/license/deactivate");
        assertThat(deactivated.body().path("release").asText()).isEqualTo("pending");

        premises.vendor().forgetCalls();
        Answer refused = other.activate("DEMO-ENTERPRISE");

        assertThat(premises.vendor().calls()).containsExactly("validate", "check-out", "create", "check-out");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("code").asText()).isEqualTo("operation-in-progress");
        assertThat(premises.machines()).isEqualTo(given);
        first.letGo();
        second.letGo();

        assertThat(other.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
        premises.letTimePass();
        premises.assertSeatsMatchOnceDrained();
        assertThat(premises.machines()).hasSize(1).doesNotContainAnyElementsOf(given);
        assertThat(one.post("/license/revalidate").status()).isEqualTo(200);
        assertThat(one.standing()).isEqualTo(Standing.ENTERPRISE);
    }

    private static void awaitBlocked(Replica replica, int attempts) {
        awaitPending(replica, List.of("blocked LICENSE_SUSPENDED " + attempts));
    }

    private static void awaitPending(Replica replica, List<String> expected) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(pending(replica)).isEqualTo(expected));
    }

    private static List<String> pending(Replica replica) {
        JsonNode releases = replica.get("/license").body().path("installation").path("pendingReleases");
        return releases.valueStream()
                .map(release -> release.path("state").asText() + " "
                        + release.path("lastError").asText() + " "
                        + release.path("attempts").asInt())
                .toList();
    }
}
