package com.optymyse.inspire.licensing.installation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A check-out of this installation's seat that somebody else has made, as a signed machine file tells it.
 *
 * @param machineId the machine at the licensing server
 * @param at when, by the server's clock
 */
public record OtherCheckOut(String machineId, Instant at) {

    /** The day, in UTC. */
    public LocalDate day() {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
