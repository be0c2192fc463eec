package com.optymyse.inspire.licensing.entitlement;

import java.time.Instant;

/** A bearer whose token ends. Requests and streams go by one limit. */
public interface TimeLimited {

    /** The moment from which on the service refuses the token. */
    Instant limit();
}
