package com.optymyse.inspire.licensing.testing;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets a test hold requests where the service verifies who sends them. */
@ApplicationScoped
public class HeldSignIns implements SecurityIdentityAugmentor {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private volatile @Nullable Hold hold;

    /** The threads on which a request continues when it is released. */
    public enum Threads {
        /** As with a token that was verified before. */
        LOOP,
        /** As with a token that is verified for the first time. */
        WORKER
    }

    /** Holds every request from now on, until the hold is closed. */
    public Hold hold(Threads threads) {
        Hold begun = new Hold(threads);
        hold = begun;
        return begun;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext request) {
        Hold held = hold;
        if (held == null) {
            return Uni.createFrom().item(identity);
        }
        Context loop = Vertx.currentContext();
        held.reached.complete(null);
        return Uni.createFrom()
                .completionStage(held.over)
                .emitOn(
                        held.threads == Threads.WORKER
                                ? Infrastructure.getDefaultExecutor()
                                : task -> loop.runOnContext(go -> task.run()))
                .replaceWith(identity);
    }

    /** Requests that are held, until this is closed. */
    public final class Hold implements AutoCloseable {

        private final CompletableFuture<Void> reached = new CompletableFuture<>();
        private final CompletableFuture<Void> over = new CompletableFuture<>();
        private final Threads threads;

        private Hold(Threads threads) {
            this.threads = threads;
        }

        /** Returns once a request is held. */
        public void awaitReached() {
            reached.copy().orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
        }

        @Override
        public void close() {
            hold = null;
            over.complete(null);
        }
    }
}
