package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicenseDescription;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.MachineCreation;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.SeatHolderList;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import io.smallrye.mutiny.Uni;

/** A licensing server that fails the test when it is asked what the test does not expect. */
class UnaskedServer implements LicensingServer {

    static final String ADDRESS = "https://licensing.example.com/v1";

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
        throw unexpected();
    }

    @Override
    public Uni<CallResult<LicenseDescription>> describe(LicenseKey key, Deadline deadline) {
        throw unexpected();
    }

    @Override
    public Uni<CallResult<CheckInResult>> checkIn(LicenseKey key, String licenseId, Deadline deadline) {
        throw unexpected();
    }

    @Override
    public Uni<CallResult<MachineCreation>> createMachine(
            LicenseKey key, String licenseId, String machineId, String fingerprint, Deadline deadline) {
        throw unexpected();
    }

    @Override
    public Uni<CallResult<MachineCheckOut>> checkOut(LicenseKey key, String fingerprint, Deadline deadline) {
        throw unexpected();
    }

    @Override
    public Uni<CallResult<MachineDeletion>> deleteMachine(LicenseKey key, String machineId, Deadline deadline) {
        throw unexpected();
    }

    @Override
    public Uni<CallResult<SeatHolderList>> seats(LicenseKey key, Deadline deadline) {
        throw unexpected();
    }

    private static AssertionError unexpected() {
        return new AssertionError("The licensing server was not to be asked this.");
    }
}
