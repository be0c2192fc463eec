package com.optymyse.inspire.licensing.runtime;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Keeps the identity provider's keys fresh, so that requests seldom wait for them and an outage ends without any request. */
@Singleton
class KeySetTask {

    static final Duration EVERY = Duration.ofSeconds(5);

    void start(@Observes StartupEvent started, Scheduler scheduler, VerificationKeys keys) {
        scheduler
                .newJob("identity-provider-keys")
                .setInterval(EVERY.toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> keys.tend())
                .schedule();
    }
}
