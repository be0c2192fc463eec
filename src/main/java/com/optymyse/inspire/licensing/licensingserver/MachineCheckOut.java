package com.optymyse.inspire.licensing.licensingserver;

/** What the licensing server says, under its signature, when it is asked to check a machine out. */
public sealed interface MachineCheckOut {

    /**
     * The machine was checked out.
     *
     * @param text the machine file, not verified yet
     */
    record MachineFile(String text) implements MachineCheckOut {}

    /** This key has no such machine. */
    record NoMachine() implements MachineCheckOut {}

    /** The machine was not checked out. */
    record Refused(ServerRefusal refusal) implements MachineCheckOut {}
}
