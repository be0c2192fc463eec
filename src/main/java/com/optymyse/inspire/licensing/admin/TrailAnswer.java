package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.audit.AuditReport;
import com.optymyse.inspire.licensing.audit.AuditReport.Fault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whether the audit trail is as it was written. */
@Schema(description = "Whether the audit trail is as it was written.")
public record TrailAnswer(
        @Schema(description = "Whether nothing is wrong with it")
        boolean sound,

        @Schema(description = "How many entries it should have")
        long entries,

        @Schema(description = "The number of its first entry")
        long first,

        @Schema(description = "The number of its newest entry")
        long last,

        @Schema(
                description =
                        "The number of the first entry that is missing or not as it was written; null when it is sound")
        @Nullable
        Long faultAt,

        @Schema(description = "What is wrong, in a sentence; null when it is sound") @Nullable
        String problem) {

    static TrailAnswer of(AuditReport report) {
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
