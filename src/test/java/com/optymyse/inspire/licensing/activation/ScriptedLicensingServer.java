package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicenseDescription;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.MachineCreation;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A licensing server that returns what a test has scripted, each result once. It fails the test when it is called otherwise. */
final class ScriptedLicensingServer extends UnaskedServer {

    private record Scripted(String call, CallResult<?> result) {}

    private final Queue<Scripted> script = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final Instant at;
    private Runnable whenCalled = () -> {};

    /** @param at when it signs its results */
    ScriptedLicensingServer(Instant at) {
        this.at = at;
    }

    ScriptedLicensingServer validates(ValidationResult.Outcome outcome) {
        return then("validate", signed(new ValidationResult(outcome, Flows.LICENSE)));
    }

    ScriptedLicensingServer describes(LicenseDescription description) {
        return then("describe", signed(description));
    }

    ScriptedLicensingServer checksIn(CheckInResult result) {
        return then("check-in", signed(result));
    }

    ScriptedLicensingServer creates(MachineCreation creation) {
        return then("create", signed(creation));
    }

    ScriptedLicensingServer checksOut(MachineCheckOut checkOut) {
        return then("check-out", signed(checkOut));
    }

    ScriptedLicensingServer deletes(MachineDeletion deletion) {
        return then("delete", signed(deletion));
    }

    /** The next call is this one, and gets no response. */
    ScriptedLicensingServer isAwayFor(String call) {
        return then(call, new CallResult.Failed<>(CallResult.Cause.UNREACHABLE, "No response came."));
    }

    /** Runs before each result. */
    ScriptedLicensingServer whenCalled(Runnable action) {
        whenCalled = action;
        return this;
    }

    /** The calls so far; of a creation or a deletion with the machine's id behind. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    private ScriptedLicensingServer then(String call, CallResult<?> result) {
        script.add(new Scripted(call, result));
        return this;
    }

    private <T> CallResult<T> signed(T value) {
        return new CallResult.Signed<>(value, at);
    }

    @Override
    public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
        return next("validate", "");
    }

    @Override
    public Uni<CallResult<LicenseDescription>> describe(LicenseKey key, Deadline deadline) {
        return next("describe", "");
    }

    @Override
    public Uni<CallResult<CheckInResult>> checkIn(LicenseKey key, String licenseId, Deadline deadline) {
        return next("check-in", "");
    }

    @Override
    public Uni<CallResult<MachineCreation>> createMachine(
            LicenseKey key, String licenseId, String machineId, String fingerprint, Deadline deadline) {
        return next("create", " " + machineId);
    }

    @Override
    public Uni<CallResult<MachineCheckOut>> checkOut(LicenseKey key, String fingerprint, Deadline deadline) {
        return next("check-out", "");
    }

    @Override
    public Uni<CallResult<MachineDeletion>> deleteMachine(LicenseKey key, String machineId, Deadline deadline) {
        return next("delete", " " + machineId);
    }

    @SuppressWarnings("unchecked")
    private <T> Uni<CallResult<T>> next(String call, String machine) {
        return Uni.createFrom().deferred(() -> {
            calls.add(call + machine);
            whenCalled.run();
            Scripted next = script.poll();
            if (next == null || !next.call().equals(call)) {
                throw new AssertionError("The licensing server was asked to " + call + ", not " + next);
            }
            return Uni.createFrom().item((CallResult<T>) next.result());
        });
    }
}
