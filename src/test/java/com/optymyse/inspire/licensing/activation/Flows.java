package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.audit.AuditTrail;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.Purpose;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * The flows of this package, put together as the service does it, on a store in memory.
 *
 * @param server whom they ask
 * @param current what this replica knows of the store
 * @param keeper keeps the leases of their operations
 * @param config how long they may take
 */
record Flows(
        InMemoryInstallationStore store,
        LicensingServer server,
        CurrentInstallation current,
        LeaseKeeper keeper,
        ActivationConfig config,
        Clock clock) {

    /** The license of the test vendor's files. */
    static final License LICENSE = TestFile.machine().certificate().license();

    private static final Duration LONG = Duration.ofMinutes(1);

    private static final Times PATIENT = new Times(Duration.ofHours(1), Duration.ZERO, Duration.ofSeconds(3));

    /** How long operations may take. */
    record Times(Duration deadline, Duration lockTimeout, Duration releaseDeadline) implements ActivationConfig {

        @Override
        public int attemptsPerMinute() {
            return 1;
        }
    }

    /** A store of the installation that the test vendor's files are for. It has no license. */
    static InMemoryInstallationStore emptyStore() {
        InMemoryInstallationStore store = new InMemoryInstallationStore();
        store.put(Held.stored(new LicenseState.None()));
        return store;
    }

    /** At the time of the test vendor's files, with all the time there is. Nobody is asked anything yet. */
    static Flows on(InMemoryInstallationStore store) {
        return on(store, Clock.fixed(Held.T, ZoneOffset.UTC));
    }

    static Flows on(InMemoryInstallationStore store, Clock clock) {
        LeaseKeeper keeper = new LeaseKeeper(store, () -> Duration.ofHours(2), System::nanoTime);
        return new Flows(store, new UnaskedServer(), Held.current(store, clock), keeper, PATIENT, clock);
    }

    Flows asking(LicensingServer another) {
        return new Flows(store, another, current, keeper, config, clock);
    }

    Flows keeping(LeaseKeeper another) {
        return new Flows(store, server, current, another, config, clock);
    }

    Flows within(Times times) {
        return new Flows(store, server, current, keeper, times, clock);
    }

    MachineFiles machineFiles() {
        return new MachineFiles(server, store.certificates(), new CheckOutNotes(store, current, clock));
    }

    SeatReleases releases() {
        return new SeatReleases(
                store, current, server, TestVendor.anchors(), lock(), keeper, new ServerPauses(store), clock);
    }

    Seats seats() {
        MachineFiles files = machineFiles();
        return new Seats(store, server, files, new FingerprintHolder(files, store), releases(), keeper, clock);
    }

    Preview preview() {
        return new Preview(
                current, offlineActivation(), server, new ServerPauses(store), TestVendor.anchors(), config, clock);
    }

    OnlineActivation onlineActivation() {
        return new OnlineActivation(server, machineFiles(), seats(), preview(), new SeatHolders(server), keeper, clock);
    }

    OfflineActivation offlineActivation() {
        return new OfflineActivation(store.certificates(), TestVendor.anchors(), clock);
    }

    /** @param trail where refused attempts are recorded */
    Activation activation(AuditTrail trail) {
        return new Activation(
                new ServerPauses(store),
                lock(),
                onlineActivation(),
                offlineActivation(),
                releases(),
                new RefusedAttempts(trail, clock),
                new AttemptMeters(new SimpleMeterRegistry()),
                current,
                server,
                config,
                new SplittableRandom(),
                clock);
    }

    Deactivation deactivation() {
        return new Deactivation(lock(), releases(), current, server, config, clock);
    }

    Revalidation revalidation() {
        return new Revalidation(
                current,
                server,
                machineFiles(),
                new AttemptMeters(new SimpleMeterRegistry()),
                new SharedRevalidations(clock),
                new ServerPauses(store),
                config,
                new SplittableRandom(),
                clock);
    }

    private InstallationLock lock() {
        return new InstallationLock(store, keeper, current);
    }

    /** An activation of the test vendor's key that has just taken the lease. */
    Attempt attempt(Progress progress, Deadline deadline) {
        Snapshot present = await(current.reload());
        return new Attempt(
                TestVendor.KEY,
                new PreviewBinding.Anything(),
                present,
                present.stored(),
                await(store.acquire(Purpose.activate("admin"), Duration.ZERO)).orElseThrow(),
                deadline,
                progress,
                new CheckInState.NotYet());
    }

    /** Runs an operation while the lease of its attempt is kept, and waits for its end. */
    <T> T keptFor(Attempt attempt, Supplier<Uni<T>> operation) {
        return await(keeper.keep(attempt.lease(), keeper.now(), lease -> operation.get()));
    }

    static <T> T await(Uni<T> call) {
        return call.await().atMost(LONG);
    }
}
