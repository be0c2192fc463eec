package com.optymyse.inspire.licensing.postgres;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets a result arrive on the Vert.x context that asked for it, wherever it was obtained. */
final class CallerContext {

    private CallerContext() {}

    static <T> Uni<T> keep(Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> call.get().emitOn(executor(Vertx.currentContext())));
    }

    private static Executor executor(@Nullable Context caller) {
        return caller == null ? Runnable::run : task -> caller.runOnContext(ignored -> task.run());
    }
}
