package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.CertificateCache;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks out machine files and verifies them. It alone does, so that each check-out is noted before. */
@ApplicationScoped
class MachineFiles {

    /** What a check-out brought. */
    sealed interface CheckOut {

        /** A verified machine file of this installation. */
        record Verified(Certificate certificate) implements CheckOut {}

        /** The key has no machine of this fingerprint. */
        record NoSeat() implements CheckOut {}

        /**
         * The server refuses.
         *
         * @param at when it signed that
         */
        record Refused(ServerRefusal refusal, Instant at) implements CheckOut {}

        /** The call failed, or its machine file did not verify. */
        record Failed(CallResult.Failed<?> failed) implements CheckOut {}
    }

    private final LicensingServer server;
    private final CertificateCache certificates;
    private final CheckOutNotes notes;

    MachineFiles(LicensingServer server, CertificateCache certificates, CheckOutNotes notes) {
        this.server = server;
        this.certificates = certificates;
        this.notes = notes;
    }

    /**
     * Checks out the machine of a fingerprint. One that can't be noted before is not made.
     *
     * @param machineId the id of that machine; null while it is not known
     * @param after the signed time of the validation before it
     * @throws Refusal as the store does when it can't be noted
     */
    Uni<CheckOut> checkOut(
            LicenseKey key, String fingerprint, @Nullable String machineId, Instant after, Deadline deadline) {
        return notes.begin(machineId, after)
                .chain(note -> checkOut(key, fingerprint, deadline)
                        .call(checkOut -> checkOut instanceof CheckOut.Verified(Certificate certificate)
                                ? notes.answered(note, certificate)
                                : Uni.createFrom().voidItem()));
    }

    private Uni<CheckOut> checkOut(LicenseKey key, String fingerprint, Deadline deadline) {
        return server.checkOut(key, fingerprint, deadline).map(result -> switch (result) {
            case CallResult.Failed<MachineCheckOut> failed -> new CheckOut.Failed(failed);
            case CallResult.Signed<MachineCheckOut>(MachineCheckOut.MachineFile(String text), var at) ->
                verify(text, key, fingerprint);
            case CallResult.Signed<MachineCheckOut>(MachineCheckOut.NoMachine none, var at) -> new CheckOut.NoSeat();
            case CallResult.Signed<MachineCheckOut>(MachineCheckOut.Refused(ServerRefusal refusal), Instant at) ->
                new CheckOut.Refused(refusal, at);
        });
    }

    private CheckOut verify(String text, LicenseKey key, String fingerprint) {
        try {
            return new CheckOut.Verified(certificates.verify(text, key, fingerprint));
        } catch (Refusal refusal) {
            return new CheckOut.Failed(new CallResult.Failed<>(
                    CallResult.Cause.UNTRUSTED,
                    "The machine file from the licensing server failed verification: " + refusal.detail()));
        }
    }
}
