package com.optymyse.inspire.licensing.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whether the audit trail is as it was written.
 *
 * @param first the number of the first entry that is not forgotten yet; one more than {@code last} when there is none
 * @param last the number of the newest entry
 * @param fault the first thing that is wrong; null when nothing is
 */
public record AuditReport(long first, long last, @Nullable Fault fault) {

    /** The report of a trail without any entry. */
    public static final AuditReport EMPTY = new AuditReport(1, 0, null);

    /**
     * A change of the trail that the service did not make.
     *
     * @param id the number of the first entry that is missing or not as it was written
     * @param problem what is wrong with it, in a full sentence
     */
    public record Fault(long id, String problem) {}

    /** How many entries the trail should have. */
    public long entries() {
        return last - first + 1;
    }
}
