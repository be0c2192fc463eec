package com.optymyse.inspire.licensing.installation;

import java.util.List;

/**
 * What this installation has found out about itself that an admin has to know, stored for all replicas.
 *
 * @param others check-outs of its seats that somebody else has made, the last one of each day
 */
public record Findings(List<OtherCheckOut> others) {

    /** Nothing. */
    public static final Findings NONE = new Findings(List.of());

    public Findings {
        others = List.copyOf(others);
    }
}
