package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.audit.AuditReport;
import com.optymyse.inspire.licensing.audit.AuditReport.Fault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The result of the verification of the audit trail. */
@Schema(description = "The result of the verification of the audit trail.")
public record TrailAnswer(
        @Schema(description = "Whether the verification found no fault")
        boolean sound,

        @Schema(description = "The number of entries that the trail should have")
        long entries,

        @Schema(description = "The number of the first entry")
        long first,

        @Schema(description = "The number of the newest entry")
        long last,

        @Schema(
                description =
                        "The number of the first entry that is missing or was changed; null if the verification found"
                                + " no fault")
        @Nullable
        Long faultAt,

        @Schema(description = "The fault, as text for people; null if there is none") @Nullable
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
