package com.optymyse.inspire.licensing.metrics;

import com.optymyse.inspire.licensing.audit.AuditReport;
import com.optymyse.inspire.licensing.audit.AuditVerification;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;

/**
 * Whether the audit trail was in order when it was last verified. The number of its newest entry never falls: monitoring
 * that keeps it elsewhere notices when the database as a whole was put back.
 */
@Singleton
class AuditMetrics implements MeterBinder {

    private final AuditVerification watch;

    AuditMetrics(AuditVerification watch) {
        this.watch = watch;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("licensing.audit.trail.sound", () -> last(report -> report.fault() == null ? 1 : 0))
                .description("1 if the last verification of the audit trail succeeded, else 0")
                .register(registry);
        Gauge.builder("licensing.audit.trail.newest", () -> last(AuditReport::last))
                .description("The number of the newest entry of the audit trail")
                .register(registry);
    }

    private double last(ToDoubleFunction<AuditReport> figure) {
        return watch.last().map(figure::applyAsDouble).orElse(Double.NaN);
    }
}
