package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.installation.HeldLease;
import com.optymyse.inspire.licensing.installation.UnderWay;
import com.optymyse.inspire.licensing.license.EnumWord;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An operation that is changing the license now, on any replica. */
@Schema(description = "An operation that is changing the license now, on any replica.")
public record UnderWayAnswer(
        @Schema(description = "The kind of operation. `release`: it releases a seat, or dismisses a release.")
        String action,

        @Schema(description = "When it began, in UTC") Instant since,

        @Schema(description = "The name of the admin who started it; null for the service itself") @Nullable
        String by) {

    static UnderWayAnswer of(HeldLease lease) {
        UnderWay operation = lease.operation();
        return new UnderWayAnswer(EnumWord.of(operation.action()), operation.since(), operation.by());
    }
}
