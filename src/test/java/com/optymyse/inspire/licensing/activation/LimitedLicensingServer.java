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
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;

/** The licensing server of component tests: each call ends by its deadline, or by what a test has limited it to. */
@Decorator
@Priority(1)
abstract class LimitedLicensingServer implements LicensingServer {

    @Inject
    @Delegate
    LicensingServer server;

    @Inject
    CallLimits limits;

    @Override
    public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
        return Uni.createFrom().deferred(() -> server.validate(key, fingerprint, limits.of("validate", deadline)));
    }

    @Override
    public Uni<CallResult<LicenseDescription>> describe(LicenseKey key, Deadline deadline) {
        return Uni.createFrom().deferred(() -> server.describe(key, limits.of("me", deadline)));
    }

    @Override
    public Uni<CallResult<CheckInResult>> checkIn(LicenseKey key, String licenseId, Deadline deadline) {
        return Uni.createFrom().deferred(() -> server.checkIn(key, licenseId, limits.of("check-in", deadline)));
    }

    @Override
    public Uni<CallResult<MachineCreation>> createMachine(
            LicenseKey key, String licenseId, String machineId, String fingerprint, Deadline deadline) {
        return Uni.createFrom()
                .deferred(() ->
                        server.createMachine(key, licenseId, machineId, fingerprint, limits.of("create", deadline)));
    }

    @Override
    public Uni<CallResult<MachineCheckOut>> checkOut(LicenseKey key, String fingerprint, Deadline deadline) {
        return Uni.createFrom().deferred(() -> server.checkOut(key, fingerprint, limits.of("check-out", deadline)));
    }

    @Override
    public Uni<CallResult<SeatHolderList>> seats(LicenseKey key, Deadline deadline) {
        return Uni.createFrom().deferred(() -> server.seats(key, limits.of("seats", deadline)));
    }

    @Override
    public Uni<CallResult<MachineDeletion>> deleteMachine(LicenseKey key, String machineId, Deadline deadline) {
        return Uni.createFrom().deferred(() -> server.deleteMachine(key, machineId, limits.of("delete", deadline)));
    }
}
