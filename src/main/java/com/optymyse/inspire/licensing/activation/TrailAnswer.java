package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.TrailReport;
import com.optymyse.inspire.licensing.installation.TrailReport.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Whether the audit trail is as it was written.
 *
 * @param sound whether nothing is wrong with it
 * @param entries how many entries it should have
 * @param first the number of its first entry
 * @param last the number of its newest entry
 * @param faultAt the number of the first entry that is missing or not as it was written; null when it is sound
 * @param problem what is wrong, in a sentence; null when it is sound
 */
public record TrailAnswer(
        boolean sound,
        long entries,
        long first,
        long last,
        @Nullable Long faultAt,
        @Nullable String problem) {

    static TrailAnswer of(TrailReport report) {
        Fault fault = report.fault();
        return new TrailAnswer(
                fault == null,
                report.entries(),
                report.first(),
                report.last(),
                fault == null ? null : fault.id(),
                fault == null ? null : fault.problem());
    }
}
