package com.optymyse.inspire.licensing.entitlement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client of OFREP sends, as the API description shows it. It may say anything else besides; {@link EvaluationContext}
 * looks at it.
 */
@Schema(description = "The request of an OFREP client. The service ignores other fields.")
public record EvaluationRequest(
        @Schema(description = "The evaluation context; null or absent if there is none") @Nullable
        Context context) {

    /** The evaluation context. The protocol wants the key, which clients without a user do not have. */
    @Schema(description = "The evaluation context, at most 64 kB. Flags have the same values for every context.")
    public record Context(
            @Schema(description = "The targeting key, which names the caller; null or absent if there is none")
            @Nullable
            String targetingKey) {}
}
