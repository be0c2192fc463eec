package com.optymyse.inspire.licensing.licensingserver;

import org.jspecify.annotations.Nullable;

/** What the licensing server says, under its signature, when it is asked to create a machine. */
public sealed interface MachineCreation {

    /** The machine was created. */
    record Created() implements MachineCreation {}

    /**
     * The fingerprint is in use already: by this license, or by another where the policy says that it must not.
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
