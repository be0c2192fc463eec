package com.optymyse.inspire.licensing.installation;

import java.time.Instant;

/**
 * One line of the audit trail.
 *
 * @param at when
 * @param who the caller's name in the token, or {@code system}
 * @param what {@code activate}, {@code revalidate}, {@code deactivate}, {@code release}
 * @param outcome what came of it, in one short sentence without any key
 */
public record AuditEntry(Instant at, String who, String what, String outcome) {}
