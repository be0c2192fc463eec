package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the installation's state is kept, for all replicas. When the store can't be reached, every method fails within
 * seconds with a {@link com.optymyse.inspire.licensing.license.Refusal} of {@link RefusalCode#STORE_UNAVAILABLE}.
 */
public interface InstallationStore {

    /** Reads the whole state at one moment, and who holds the lease; the first call ever creates the installation. */
    Uni<StoreRead> read();

    /** The state alone. */
    default Uni<StoredInstallation> load() {
        return read().map(StoreRead::stored);
    }

    /**
     * Takes the lease, waiting while another holds it; empty when it stays taken for that long. It ends by itself
     * unless it is renewed. Neither taking nor renewing it nor giving it back changes version or revision.
     */
    Uni<Optional<Lease>> acquire(Purpose purpose, Duration lockTimeout);

    /** Lets a lease last as long from now on as one that was just taken; false when it is no longer held. */
    Uni<Boolean> renew(Lease lease);

    /**
     * Claims the right to ask the licensing server about the installation as of a version, so that not every replica does
     * it when it is due. It ends with the next change, or after half a minute.
     *
     * @return false when another has it, or when the version has moved
     */
    Uni<Boolean> claimAsking(long version);

    /** Stores the pause that the licensing server asks for. Changes neither version nor revision. */
    Uni<Void> pauseServer(Duration length);

    /** The pause that the licensing server asked for last; empty when it is over. */
    Uni<Optional<ServerPause>> serverPause();

    /** Gives the lease back; harmless when it is no longer held. */
    Uni<Void> giveBack(Lease lease);

    /**
     * Stores a seat before it is taken, so that a crash leaks nothing. Changes neither version nor revision.
     *
     * @throws com.optymyse.inspire.licensing.license.Refusal {@link RefusalCode#OPERATION_IN_PROGRESS} when the lease is lost
     */
    Uni<Void> reserve(Lease lease, SeatRelease seat);

    /**
     * Notes a check-out that is about to be made, and forgets those that were sent {@link OwnCheckOut#KEPT} before it. Changes
     * neither version nor revision.
     */
    Uni<Void> note(OwnCheckOut checkOut);

    /**
     * Notes that a check-out has brought its machine file, and what that tells of the check-out before. Changes neither version
     * nor revision.
     *
     * @param answered the check-out, with its machine and the issue of its file
     * @param before when the machine was checked out before, as the file says; null for never
     * @param begins the entry for the audit trail if the seat is known to be shared from now on
     * @return whether it is
     */
    Uni<Boolean> answered(OwnCheckOut answered, @Nullable Instant before, AuditEntry begins);

    /**
     * Stores that an older state was found, unless another replica has stored it. Changes neither version nor revision.
     *
     * @return whether it was stored
     */
    Uni<Boolean> rolledBack(FoundRollback found, AuditEntry audit);

    /**
     * Stores that an admin has confirmed what was found. Changes neither version nor revision.
     *
     * @return whether there was something to be confirmed
     */
    Uni<Boolean> confirmRollback(AuditEntry audit);

    /**
     * Applies a change and returns the state after it.
     *
     * @param visible whether someone outside can see the change, so that the revision rises
     *
     * @throws com.optymyse.inspire.licensing.license.Refusal {@link RefusalCode#OPERATION_IN_PROGRESS} when the lease
     *     is lost or the version has moved, or when there is no lease and another operation holds one; nothing is
     *     written then
     */
    Uni<StoredInstallation> commit(Change change, boolean visible);

    /** The time by the store's own clock. */
    Uni<Instant> time();

    /**
     * Remembers a time that was seen, unless a later one is known or the version has moved. Changes neither version nor
     * revision, so that no operation under way notices. It waits for no operation either: whoever keeps the lease busy must not
     * keep the time from being stored.
     */
    Uni<Void> see(long expectedVersion, Instant time);

    /**
     * Stores a new clock challenge, or removes it, unless the version has moved or another replica has done so. Changes
     * neither version nor revision.
     *
     * @throws com.optymyse.inspire.licensing.license.Refusal {@link RefusalCode#OPERATION_IN_PROGRESS} while another
     *     operation holds the lease
     */
    Uni<Void> challenge(long expectedVersion, Optional<ClockChallenge> challenge);

    /**
     * Claims one seat to be given back: the one due longest by the store's clock, never the seat of the license held. It
     * counts as an attempt, and is not due again before {@code pause} is over unless {@link #update} says so. One that was
     * blocked is queued from now on, because the server may act this time.
     */
    Uni<Optional<SeatRelease>> claimRelease(Lease lease, Duration pause);

    /** Writes down how a claimed release stands now. */
    Uni<Void> update(Lease lease, SeatRelease release, AuditEntry audit);

    /** Strikes off a seat that is given back. */
    Uni<Void> complete(Lease lease, SeatRelease release, AuditEntry audit);
}
