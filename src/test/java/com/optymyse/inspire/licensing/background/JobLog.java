package com.optymyse.inspire.licensing.background;

import io.quarkus.scheduler.SuccessfulExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts what the scheduler has run to a good end. */
@ApplicationScoped
class JobLog {

    private final Map<String, Integer> runs = new ConcurrentHashMap<>();

    void ran(@Observes SuccessfulExecution done) {
        runs.merge(done.getExecution().getTrigger().getId(), 1, Integer::sum);
    }

    int runs(String job) {
        return runs.getOrDefault(job, 0);
    }
}
