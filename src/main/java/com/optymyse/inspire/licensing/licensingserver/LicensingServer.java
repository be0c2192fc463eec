package com.optymyse.inspire.licensing.licensingserver;

import com.optymyse.inspire.licensing.license.LicenseKey;
import io.smallrye.mutiny.Uni;

/**
 * The vendor's licensing server. Every response is verified before it is a value here. No method fails because of the
 * network or the server: it returns {@link CallResult.Failed}. Each call ends by its deadline.
 */
public interface LicensingServer {

    /** The server's address, as releases remember it. */
    String address();

    /** Asks whether the key is good for a fingerprint, anonymously, bound to a nonce and to the product. */
    Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline);

    /** Describes the license without touching it. */
    Uni<CallResult<LicenseDescription>> describe(LicenseKey key, Deadline deadline);

    /** Checks the license in. */
    Uni<CallResult<CheckInResult>> checkIn(LicenseKey key, String licenseId, Deadline deadline);

    /** Takes a seat, under an id chosen here. Never tried twice: after a failure the outcome is unknown. */
    Uni<CallResult<MachineCreation>> createMachine(
            LicenseKey key, String licenseId, String machineId, String fingerprint, Deadline deadline);

    /** Checks out the machine file of a fingerprint. */
    Uni<CallResult<MachineCheckOut>> checkOut(LicenseKey key, String fingerprint, Deadline deadline);

    /** Gives a seat back. */
    Uni<CallResult<MachineDeletion>> deleteMachine(LicenseKey key, String machineId, Deadline deadline);

    /** Lists who has the seats of a license. {@link CallResult.Failed} also where the key may not ask. */
    Uni<CallResult<SeatHolderList>> seats(LicenseKey key, Deadline deadline);
}
