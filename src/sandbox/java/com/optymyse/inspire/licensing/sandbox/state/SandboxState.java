package com.optymyse.inspire.licensing.sandbox.state;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything that the sandbox remembers, as one value.
 *
 * @param earlierMachines the machines as they were before the last creation or deletion: what a lagging replica shows
 * @param clockOffsetSeconds how far the sandbox's clock is moved ahead of the real one
 */
public record SandboxState(
        List<DemoLicense> licenses,
        List<Machine> machines,
        List<Machine> earlierMachines,
        List<Fault> faults,
        List<Call> calls,
        long clockOffsetSeconds) {

    private static final int CALLS_KEPT = 1000;

    public SandboxState {
        licenses = List.copyOf(licenses);
        machines = List.copyOf(machines);
        earlierMachines = List.copyOf(earlierMachines);
        faults = List.copyOf(faults);
        calls = List.copyOf(calls);
    }

    static SandboxState of(List<DemoLicense> licenses, List<Machine> machines) {
        return new SandboxState(licenses, machines, machines, List.of(), List.of(), 0);
    }

    SandboxState withLicense(DemoLicense changed) {
        return withLicenses(licenses.stream()
                .map(license -> license.key().equals(changed.key()) ? changed : license)
                .toList());
    }

    SandboxState withPolicy(Policy changed) {
        return withLicenses(licenses.stream()
                .map(license -> license.policy().name().equals(changed.name()) ? license.withPolicy(changed) : license)
                .toList());
    }

    SandboxState withoutLicense(DemoLicense gone) {
        return withLicenses(without(licenses, license -> license.key().equals(gone.key())))
                .withMachines(without(machines, machine -> machine.licenseKey().equals(gone.key())));
    }

    SandboxState withMachine(Machine added) {
        return withMachines(plus(machines, added));
    }

    SandboxState withoutMachine(Machine gone) {
        return withMachines(without(machines, machine -> machine.id().equals(gone.id())));
    }

    SandboxState withTouchedMachine(Machine touched) {
        List<Machine> changed = machines.stream()
                .map(machine -> machine.id().equals(touched.id()) ? touched : machine)
                .toList();
        return new SandboxState(licenses, changed, earlierMachines, faults, calls, clockOffsetSeconds);
    }

    SandboxState withFaults(List<Fault> newFaults) {
        return new SandboxState(licenses, machines, earlierMachines, newFaults, calls, clockOffsetSeconds);
    }

    public SandboxState withCall(Call call) {
        List<Call> all = plus(calls, call);
        return withCalls(all.subList(Math.max(0, all.size() - CALLS_KEPT), all.size()));
    }

    public SandboxState withCalls(List<Call> newCalls) {
        return new SandboxState(licenses, machines, earlierMachines, faults, newCalls, clockOffsetSeconds);
    }

    SandboxState withClockOffset(long seconds) {
        return new SandboxState(licenses, machines, earlierMachines, faults, calls, seconds);
    }

    private SandboxState withLicenses(List<DemoLicense> newLicenses) {
        return new SandboxState(newLicenses, machines, earlierMachines, faults, calls, clockOffsetSeconds);
    }

    private SandboxState withMachines(List<Machine> newMachines) {
        return new SandboxState(licenses, newMachines, machines, faults, calls, clockOffsetSeconds);
    }

    private static <T> List<T> plus(List<T> list, T added) {
        return Stream.concat(list.stream(), Stream.of(added)).toList();
    }

    private static <T> List<T> without(List<T> list, Predicate<T> gone) {
        return list.stream().filter(gone.negate()).toList();
    }
}
