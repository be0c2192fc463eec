package com.optymyse.inspire.licensing.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets a result arrive on the Vert.x context that asked for it, wherever it was obtained. */
public final class CallerContext {

    private CallerContext() {}

    /** Whoever shares a result goes on where they have asked, and not where the first one has. */
    public static <T> Uni<T> keep(Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> call.get().emitOn(executor(Vertx.currentContext())));
    }

    private static Executor executor(@Nullable Context caller) {
        return caller == null ? Runnable::run : task -> caller.runOnContext(ignored -> task.run());
    }
}
