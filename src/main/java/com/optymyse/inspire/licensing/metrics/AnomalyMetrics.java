package com.optymyse.inspire.licensing.metrics;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.license.ProblemCode;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** What the installation has found out about itself, for monitoring: 1 while an admin is told of it. */
@Singleton
class AnomalyMetrics implements MeterBinder {

    private final CurrentInstallation current;

    AnomalyMetrics(CurrentInstallation current) {
        this.current = current;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "licensing.seat.shared", ProblemCode.SEAT_SHARED, "1 while another system also uses the seat");
        gauge(
                registry,
                "licensing.time.not.stored",
                ProblemCode.TIME_NOT_STORED,
                "1 while the service can't store the current time");
        gauge(
                registry,
                "licensing.state.rolled.back",
                ProblemCode.STATE_ROLLED_BACK,
                "1 while an older state that was found in the database is not confirmed");
    }

    private void gauge(MeterRegistry registry, String name, ProblemCode code, String description) {
        Gauge.builder(name, () -> is(code)).description(description).register(registry);
    }

    private double is(ProblemCode code) {
        if (!current.isLoaded()) {
            return Double.NaN;
        }
        return current.problems().stream().anyMatch(problem -> problem.code() == code) ? 1 : 0;
    }
}
