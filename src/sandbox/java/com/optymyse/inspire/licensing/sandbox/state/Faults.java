package com.optymyse.inspire.licensing.sandbox.state;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The misbehaviors in force: at most one for each kind of call, and one for every call. */
public final class Faults {

    private final Memory memory;

    public Faults(Memory memory) {
        this.memory = memory;
    }

    public List<Fault> inForce() {
        return memory.state().faults();
    }

    /** Puts a fault in force instead of the one for the same calls; {@link FaultMode#NONE} on no call ends all. */
    public void set(Fault fault) {
        memory.update(state -> state.withFaults(after(state.faults(), fault)));
    }

    /** The fault that a call meets now, which counts as one of its times; one that waits lets the call pass. */
    public Optional<Fault> next(Operation operation) {
        return memory.exclusively(() -> {
            Optional<Fault> met = find(operation).or(() -> find(null));
            met.filter(fault -> fault.isWaiting() || fault.times() != null).ifPresent(this::use);
            return met.filter(fault -> !fault.isWaiting());
        });
    }

    private Optional<Fault> find(@Nullable Operation on) {
        return inForce().stream().filter(fault -> fault.on() == on).findFirst();
    }

    private void use(Fault met) {
        memory.update(state -> state.withFaults(state.faults().stream()
                .filter(fault -> !(fault.equals(met) && met.isUsedUpByOneMore()))
                .map(fault -> fault.equals(met) ? fault.once() : fault)
                .toList()));
    }

    private static List<Fault> after(List<Fault> inForce, Fault fault) {
        if (fault.mode() == FaultMode.NONE && fault.on() == null) {
            return List.of();
        }
        Stream<Fault> others = inForce.stream().filter(other -> !Objects.equals(other.on(), fault.on()));
        return fault.mode() == FaultMode.NONE
                ? others.toList()
                : Stream.concat(others, Stream.of(fault)).toList();
    }
}
