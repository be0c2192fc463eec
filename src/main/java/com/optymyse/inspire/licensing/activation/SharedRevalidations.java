package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.AuditEntry.Action;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.audit.CallerContext;
import com.optymyse.inspire.licensing.audit.OperationLine;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets all who want the license re-validated at the same time share one re-validation, on this replica. However
 * long the licensing server takes, no more than one is under way for a version of the installation.
 */
@ApplicationScoped
class SharedRevalidations {

    /** The other callers that wait for the result of a running re-validation. */
    final class Company {

        private final List<Caller> others = new ArrayList<>();
        private boolean told;

        /** The admin who has come first; empty where none has come. */
        Optional<Caller> firstAdmin() {
            synchronized (SharedRevalidations.this) {
                return others.stream().filter(other -> !other.isService()).findFirst();
            }
        }

        /** All waiting callers, for the log line of the operation. Whoever comes later gets a line of their own. */
        List<Caller> tell() {
            synchronized (SharedRevalidations.this) {
                told = true;
                return List.copyOf(others);
            }
        }
    }

    /** One re-validation, and the callers that wait for its result beside the first one. */
    private final class Running {

        private final long version;
        private final Company company = new Company();
        private final Uni<Snapshot> result;
        private long ended = Long.MAX_VALUE;

        private Running(long version, Function<Company, Uni<Snapshot>> revalidation) {
            this.version = version;
            this.result = Uni.createFrom()
                    .deferred(() -> revalidation.apply(company))
                    .onTermination()
                    .invoke(() -> end(this))
                    .memoize()
                    .indefinitely();
        }
    }

    private final Clock clock;

    /** A counter that puts the arrivals of callers and the ends of re-validations in order. */
    private long turn;

    private @Nullable Running latest;

    SharedRevalidations(Clock clock) {
        this.clock = clock;
    }

    /** Notes that a caller has arrived, before it reads the installation; returns when, for {@link #join}. */
    synchronized long come() {
        return ++turn;
    }

    /**
     * Returns the result of the re-validation of this version that was running when the caller came, or else of a new one.
     *
     * @param came when the caller came
     * @param who who wants it
     * @param revalidation begins one, and is told who else waits by then
     */
    Uni<Snapshot> join(long came, long version, Caller who, Function<Company, Uni<Snapshot>> revalidation) {
        return CallerContext.keep(() -> presentOrNew(came, version, who, revalidation));
    }

    /**
     * Returns the present result to a caller that arrived before it, even if the result has moved the version since the
     * caller read it.
     */
    private synchronized Uni<Snapshot> presentOrNew(
            long came, long version, Caller who, Function<Company, Uni<Snapshot>> revalidation) {
        Running present = latest;
        if (present == null || present.version != version || came >= present.ended) {
            Running begun = new Running(version, revalidation);
            latest = begun;
            return begun.result;
        }
        if (present.company.told) {
            return present.result.onItemOrFailure().invoke((after, failure) -> writeLine(who, after, failure));
        }
        present.company.others.add(who);
        return present.result;
    }

    private synchronized void end(Running revalidation) {
        revalidation.ended = ++turn;
    }

    /**
     * Writes the line of a caller that came too late for the line of the operation. What is not recorded gets its line
     * anyway.
     */
    private void writeLine(Caller who, @Nullable Snapshot after, @Nullable Throwable failure) {
        if (after != null) {
            String detail = "This request got the result of a re-validation that was running already.";
            AuditEntry entry = AuditEntry.succeeded(clock.instant(), who, Action.REVALIDATE, detail);
            new OperationLine(entry, after.stored().revision(), null).write();
        } else if (failure instanceof Refusal refusal && refusal.isRecorded()) {
            new OperationLine(AuditEntry.refused(clock.instant(), who, Action.REVALIDATE, refusal), null, null).write();
        }
    }
}
