package com.optymyse.inspire.licensing.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Delivers a result on the Vert.x context of its caller, wherever it was obtained. */
public final class CallerContext {

    private CallerContext() {}

    /** Each caller that shares a result goes on in its own context, not in that of the first caller. */
    public static <T> Uni<T> keep(Supplier<Uni<T>> call) {
        return Uni.createFrom().deferred(() -> call.get().emitOn(executor(Vertx.currentContext())));
    }

    private static Executor executor(@Nullable Context caller) {
        return caller == null ? Runnable::run : task -> caller.runOnContext(ignored -> task.run());
    }
}
