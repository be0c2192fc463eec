package com.optymyse.inspire.licensing.installation;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A lease that somebody holds, as the store tells of it.
 *
 * @param token names the lease
 * @param operation what its holder does
 * @param until when it ends unless it is renewed, by the store's clock
 * @param left how much of it was left when it was read
 */
public record HeldLease(UUID token, UnderWay operation, Instant until, Duration left) {}
