package com.optymyse.inspire.licensing.licensingserver;

import org.jspecify.annotations.Nullable;

/** What the licensing server says, under its signature, when it is asked to create a machine. */
public sealed interface MachineCreation {

    /** The machine was created. */
    record Created() implements MachineCreation {}

    /**
     * The fingerprint is already in use: by this license, or by another one where the policy forbids that.
     *
     * @param limit the server's code where the license has no seat left either; else null
     */
    record FingerprintTaken(@Nullable String limit) implements MachineCreation {}

    /**
     * Another request has just created a machine with this fingerprint or under this id.
     *
     * @param limit as for {@link FingerprintTaken}
     */
    record Conflict(@Nullable String limit) implements MachineCreation {}

    /** No machine was created. */
    record Refused(ServerRefusal refusal) implements MachineCreation {}
}
