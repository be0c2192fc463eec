package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.installation.Change;
import com.optymyse.inspire.licensing.installation.ClockWatch;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The time that an installation has stored, after its clocks were wrong once. */
@ApplicationScoped
public class KnownTime {

    private final CurrentInstallation current;
    private final ClockWatch watch;
    private final Clock clock;

    KnownTime(CurrentInstallation current, ClockWatch watch, Clock clock) {
        this.current = current;
        this.watch = watch;
        this.clock = clock;
    }

    /** The host's clock and PostgreSQL's were ahead by so much for long, and are right now. The service has looked at them. */
    public void wasAheadBy(Duration lead) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> current.commit(ahead(lead)));
        VertxContextSupport.subscribeAndAwait(watch::watch);
    }

    /** How far the time that counts is ahead of the host's clock. */
    public Duration lead() {
        return Duration.between(clock.instant(), current.effectiveTime());
    }

    private Change ahead(Duration lead) {
        StoredInstallation before = current.now().stored();
        AuditEntry audit = AuditEntry.succeeded(
                clock.instant(), Caller.SERVICE, AuditEntry.Action.REVALIDATE, "The clock was ahead.");
        return new Change(
                before,
                null,
                before.license(),
                before.marks().seen(clock.instant().plus(lead)),
                before.known(),
                List.of(),
                audit);
    }
}
