package com.optymyse.inspire.licensing.audit;

import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.ProblemCode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Verifies the audit trail now and then, and knows what came of it last. */
@ApplicationScoped
public class AuditVerification {

    private final AuditTrail trail;
    private final AtomicReference<@Nullable AuditReport> last = new AtomicReference<>();
    private @Nullable Uni<AuditReport> verifying;

    AuditVerification(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * Verifies the trail. Whoever asks while it is being verified shares the answer. What is wrong with it is logged, once
     * until something else is.
     */
    public Uni<AuditReport> verify() {
        return CallerContext.keep(this::verifying);
    }

    private synchronized Uni<AuditReport> verifying() {
        Uni<AuditReport> present = verifying;
        if (present != null) {
            return present;
        }
        Uni<AuditReport> begun = trail.verify()
                .invoke(this::remember)
                .onTermination()
                .invoke(this::verified)
                .memoize()
                .indefinitely();
        verifying = begun;
        return begun;
    }

    private synchronized void verified() {
        verifying = null;
    }

    /** The last report; empty until there was one. */
    public Optional<AuditReport> last() {
        return Optional.ofNullable(last.get());
    }

    /** What was wrong with the trail when it was verified last; empty when nothing was. */
    public Optional<LicensingProblem> problem() {
        return last().map(AuditReport::fault)
                .map(fault -> new LicensingProblem(
                        ProblemCode.AUDIT_TRAIL_UNSOUND,
                        "The audit trail can't be relied on. " + fault.problem(),
                        Map.of("entry", fault.id())));
    }

    private void remember(AuditReport report) {
        AuditReport before = last.getAndSet(report);
        AuditReport.Fault fault = report.fault();
        if (fault != null && (before == null || !Objects.equals(before.fault(), fault))) {
            Log.errorf("The audit trail can't be relied on. %s", fault.problem());
        }
    }
}
