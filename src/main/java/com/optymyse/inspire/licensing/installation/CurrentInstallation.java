package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The one in-memory state of a replica, from which every question is answered. It alone reads the store; what it knows
 * outlives an outage of the store, and a change that only time brings shows at its instant.
 */
@ApplicationScoped
public class CurrentInstallation {

    private final InstallationStore store;
    private final EvidenceReader evidence;
    private final LicensingRules rules;
    private final Clock clock;

    private final Object order = new Object();
    private long started;
    private long applied;
    private final AtomicReference<@Nullable Snapshot> snapshot = new AtomicReference<>();
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    CurrentInstallation(InstallationStore store, CertificateVerifier verifier, GraceConfig grace, Clock clock) {
        this.store = store;
        this.evidence = new EvidenceReader(verifier);
        this.rules = new LicensingRules(grace.after());
        this.clock = clock;
    }

    /**
     * The installation now.
     *
     * @throws Refusal {@link RefusalCode#STARTING} until the store was read once
     */
    public Snapshot now() {
        Snapshot known = snapshot.get();
        if (known == null) {
            throw new Refusal(
                    RefusalCode.STARTING,
                    "The service is starting and has not read its state yet. Try again in a moment.");
        }
        Instant now = known.stored().marks().effective(clock.instant());
        return known.holdsAt(now) ? known : rederive(known, now);
    }

    /** Whether the store was read once. */
    public boolean isLoaded() {
        return snapshot.get() != null;
    }

    /**
     * Calls back whenever the state may have become another one by a read or a commit, for good. A change that only time
     * brings is not announced: whoever has to show it at its instant looks at {@link #now} by itself.
     *
     * @param watcher called on any thread, and quick; the state is what {@link #now} tells it
     */
    public void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** Reads the store again. Fails as the store does; what was known then stays. */
    public Uni<Snapshot> reload() {
        return Uni.createFrom().deferred(() -> {
            long ticket = takeTicket();
            return store.load().map(stored -> apply(derive(stored), ticket));
        });
    }

    /**
     * Applies a change to the store and shows it here at once.
     *
     * @throws Refusal as {@link InstallationStore#commit} does; after {@link RefusalCode#STORE_UNAVAILABLE} it is unknown
     *     whether the change was applied, and the next read tells
     */
    public Uni<Snapshot> commit(Change change) {
        return Uni.createFrom().deferred(() -> {
            Licensing next = foresee(change);
            boolean visible = !derive(change.before()).licensing().looksLike(next);
            return store.commit(change.toCommit(visible, next)).map(stored -> apply(derive(stored), 0));
        });
    }

    /** What the installation would be licensed for after a change. */
    public Licensing foresee(Change change) {
        return derive(change.after()).licensing();
    }

    private Snapshot derive(StoredInstallation stored) {
        Instant now = stored.marks().effective(clock.instant());
        Evidence proof = evidence.read(stored);
        return new Snapshot(stored, proof, now, rules.at(now, proof));
    }

    private long takeTicket() {
        synchronized (order) {
            return ++started;
        }
    }

    /**
     * Of two states the one with the higher version is the newer. A read that started later than everything applied so
     * far counts even with a lower version (a database put back); a slow read that started earlier does not.
     */
    private Snapshot apply(Snapshot derived, long ticket) {
        synchronized (order) {
            Snapshot known = snapshot.get();
            boolean newer =
                    known == null || derived.stored().version() > known.stored().version();
            if (newer || ticket > applied) {
                applied = newer ? started : ticket;
                snapshot.set(derived);
            }
        }
        watchers.forEach(Runnable::run);
        return derived;
    }

    private Snapshot rederive(Snapshot known, Instant now) {
        Snapshot derived = new Snapshot(known.stored(), known.evidence(), now, rules.at(now, known.evidence()));
        snapshot.compareAndSet(known, derived);
        return derived;
    }
}
