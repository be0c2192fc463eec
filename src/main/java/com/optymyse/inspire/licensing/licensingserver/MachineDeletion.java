package com.optymyse.inspire.licensing.licensingserver;

/** What the licensing server says, under its signature, when it is asked to delete a machine. */
public sealed interface MachineDeletion {

    /** The machine was deleted, or its license is gone and its machines with it. */
    record Deleted() implements MachineDeletion {}

    /** This key has no such machine. */
    record NoMachine() implements MachineDeletion {}

    /** The machine was not deleted. */
    record Refused(ServerRefusal refusal) implements MachineDeletion {}
}
