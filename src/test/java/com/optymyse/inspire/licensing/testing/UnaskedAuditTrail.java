package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditReport;
import com.optymyse.inspire.licensing.audit.AuditTrail;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An audit trail that fails the test when it is asked what the test does not expect. */
public class UnaskedAuditTrail implements AuditTrail {

    @Override
    public Uni<Void> add(AuditEntry entry) {
        throw unexpected();
    }

    @Override
    public Uni<Boolean> addStanding(long version, AuditEntry standing) {
        throw unexpected();
    }

    @Override
    public Uni<List<Recorded>> newest(Query query) {
        throw unexpected();
    }

    @Override
    public Uni<AuditReport> verify() {
        throw unexpected();
    }

    @Override
    public Uni<Boolean> forget(Duration keep, Instant now) {
        throw unexpected();
    }

    private static AssertionError unexpected() {
        return new AssertionError("The audit trail was not to be asked this.");
    }
}
