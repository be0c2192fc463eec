package com.optymyse.inspire.licensing.licensingserver;

import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseKey;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/**
 * The vendor's licensing server. Every answer is verified before it is a value here; no method fails for what the
 * network or the server does, it returns {@link CallResult.Failed}. Each call ends by its deadline.
 */
public interface LicensingServer {

    /** The server's address, as releases remember it. */
    String address();

    /** Asks whether the key is good for a fingerprint, anonymously, bound to a nonce and to the product. */
    Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline);

    /** Describes the license without touching it. {@link Description.Refused} where the key may not ask. */
    Uni<CallResult<Description>> describe(LicenseKey key, Deadline deadline);

    /** Checks the license in. */
    Uni<CallResult<CheckInResult>> checkIn(LicenseKey key, String licenseId, Deadline deadline);

    /** Takes a seat, under an id chosen here. Never tried twice: after a failure the outcome is unknown. */
    Uni<CallResult<SeatAnswer>> createMachine(
            LicenseKey key, String licenseId, String machineId, String fingerprint, Deadline deadline);

    /** Checks out the machine file of a fingerprint: {@link SeatAnswer.CheckedOut}, {@link SeatAnswer.NoSeat} or a refusal. */
    Uni<CallResult<SeatAnswer>> checkOut(LicenseKey key, String fingerprint, Deadline deadline);

    /** Gives a seat back: {@link SeatAnswer.Done} also when the key is revoked, {@link SeatAnswer.NoSeat} or a refusal. */
    Uni<CallResult<SeatAnswer>> deleteMachine(LicenseKey key, String machineId, Deadline deadline);

    /** Lists who has the seats of a license. {@link CallResult.Failed} also where the key may not ask. */
    Uni<CallResult<SeatHolderList>> seats(LicenseKey key, Deadline deadline);

    /** What the server tells of a license to its own key. */
    sealed interface Description {

        /**
         * The license and its entitlements: the vendor's name of each by its code.
         */
        record Described(License license, Map<String, String> entitlements) implements Description {
            public Described {
                entitlements = Map.copyOf(entitlements);
            }
        }

        /** The server refuses to tell. */
        record Refused(SeatAnswer answer) implements Description {}
    }
}
