package com.optymyse.inspire.licensing.installation;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to change the installation's license, held by one operation at a time across all replicas.
 *
 * @param token what the store compares at each commit
 * @param takenAt when it was taken, by the store's clock
 */
public record Lease(UUID token, Instant takenAt) {}
