package com.optymyse.inspire.licensing.background;

import com.optymyse.inspire.licensing.incident.Incidents;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Lets the operator know when a failure is over. */
@ApplicationScoped
class IncidentTasks {

    private static final Duration EVERY = Duration.ofSeconds(5);

    void start(@Observes StartupEvent started, RepeatedTasks tasks, Incidents incidents) {
        tasks.add("incidents", EVERY, () -> Uni.createFrom().voidItem().invoke(incidents::look));
    }
}
