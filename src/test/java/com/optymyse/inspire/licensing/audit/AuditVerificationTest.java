package com.optymyse.inspire.licensing.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.UnaskedAuditTrail;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AuditVerificationTest {

    private static final int MANY = 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<UniEmitter<? super AuditReport>> verifications = new ArrayList<>();
    private final AuditVerification watch = new AuditVerification(new UnaskedAuditTrail() {
        @Override
        public Uni<AuditReport> verify() {
            return Uni.createFrom().emitter(verifications::add);
        }
    });

    /** All of the trail is read for it. */
    @Test
    void verify_manyAsk_isDoneOnceForAll() {
        List<UniAssertSubscriber<AuditReport>> asking =
                Stream.generate(this::ask).limit(MANY).toList();

        assertThat(verifications).hasSize(1);
        verifications.getFirst().complete(AuditReport.EMPTY);

        assertThat(asking).allSatisfy(answer -> answer.assertCompleted().assertItem(AuditReport.EMPTY));
    }

    @Test
    void verify_oneIsOver_isDoneAnew() {
        ask();
        verifications.getFirst().fail(new IllegalStateException("It failed."));

        ask();

        assertThat(verifications).hasSize(2);
    }

    /** The others still wait. */
    @Test
    void verify_whoeverHasBegunItIsGone_goesOn() {
        UniAssertSubscriber<AuditReport> first = ask();
        UniAssertSubscriber<AuditReport> second = ask();

        first.cancel();
        verifications.getFirst().complete(AuditReport.EMPTY);

        second.assertCompleted().assertItem(AuditReport.EMPTY);
        assertThat(verifications).hasSize(1);
    }

    /** What it logs later carries the id of its own request. */
    @Test
    void verify_anotherHasBegunIt_goesOnInTheOwnContext() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Context own = vertx.getOrCreateContext();
            CompletableFuture<Context> wentOnIn = new CompletableFuture<>();
            ask();
            own.runOnContext(
                    begun -> watch.verify().subscribe().with(report -> wentOnIn.complete(Vertx.currentContext())));
            // After what was put there before, the second one waits.
            CompletableFuture<Void> asked = new CompletableFuture<>();
            own.runOnContext(after -> asked.complete(null));
            asked.get(LONGEST.toSeconds(), TimeUnit.SECONDS);

            verifications.getFirst().complete(AuditReport.EMPTY);

            assertThat(wentOnIn.get(LONGEST.toSeconds(), TimeUnit.SECONDS)).isSameAs(own);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private UniAssertSubscriber<AuditReport> ask() {
        return watch.verify().subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
