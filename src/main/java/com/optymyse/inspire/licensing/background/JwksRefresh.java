package com.optymyse.inspire.licensing.background;

import com.optymyse.inspire.licensing.security.VerificationKeys;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Keeps the identity provider's keys fresh, so that requests seldom wait for them and an outage ends without any request. */
@Singleton
public class JwksRefresh {

    public static final Duration EVERY = Duration.ofSeconds(5);

    void start(@Observes StartupEvent started, RepeatedTasks tasks, VerificationKeys keys) {
        tasks.add(
                "identity-provider-keys",
                EVERY,
                () -> Uni.createFrom()
                        .voidItem()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .invoke(keys::tend));
    }
}
