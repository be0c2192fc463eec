package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.Caller;
import com.optymyse.inspire.licensing.installation.Snapshot;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets all who want the license re-validated at the same time share one asking, on this replica. However long the
 * licensing server takes, no more than one question is under way for a version of the installation.
 */
@ApplicationScoped
class SharedRevalidations {

    private static final String THE_SERVICE = "the service itself";

    /** One question, by whom it was asked, and who else waits for its answer. */
    private static final class Asking {

        private final long version;
        private final Caller who;
        private final Uni<Snapshot> answer;
        private final List<String> others = new ArrayList<>();
        private long ended = Long.MAX_VALUE;

        private Asking(long version, Caller who, Supplier<Uni<Snapshot>> question, Consumer<Asking> end) {
            this.version = version;
            this.who = who;
            this.answer = Uni.createFrom()
                    .deferred(question::get)
                    .onTermination()
                    .invoke(() -> end.accept(this))
                    .memoize()
                    .indefinitely();
        }
    }

    /** Orders who has come and what has ended. */
    private long turn;

    private @Nullable Asking latest;

    /** Somebody comes who has not looked at the installation yet; returns when, for {@link #ask}. */
    synchronized long come() {
        return ++turn;
    }

    /**
     * The answer about a version: of the asking about it that was under way when the caller came, or of a new one.
     *
     * @param came when the caller came
     * @param who who wants it
     */
    Uni<Snapshot> ask(long came, long version, Caller who, Supplier<Uni<Snapshot>> question) {
        return Uni.createFrom()
                .deferred(
                        () -> askedOrNew(came, version, who, question).answer.emitOn(executor(Vertx.currentContext())));
    }

    /** Whoever came before an answer shares it, also when it has moved the version since the caller has read it. */
    private synchronized Asking askedOrNew(long came, long version, Caller who, Supplier<Uni<Snapshot>> question) {
        Asking present = latest;
        if (present != null && present.version == version && came < present.ended) {
            present.others.add(name(who));
            return present;
        }
        Asking begun = new Asking(version, who, question, this::end);
        latest = begun;
        return begun;
    }

    private synchronized void end(Asking asking) {
        asking.ended = ++turn;
        if (!asking.others.isEmpty()) {
            Log.infof(
                    "The re-validation that %s asked for was also the answer for %s.", name(asking.who), asking.others);
        }
    }

    private static String name(Caller who) {
        return Objects.requireNonNullElse(who.name(), THE_SERVICE);
    }

    /** Each goes on where it has asked, and not where the first one has. */
    private static Executor executor(@Nullable Context caller) {
        return caller == null ? Runnable::run : task -> caller.runOnContext(ignored -> task.run());
    }
}
