package com.optymyse.inspire.licensing.entitlement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client of OFREP sends, as the API description shows it. It may say anything else besides; {@link EvaluationContext}
 * looks at it.
 */
@Schema(description = "What an OFREP client sends. It may send more, which is not looked at.")
public record EvaluationRequest(
        @Schema(description = "Who asks; null or absent for nobody in particular") @Nullable
        Context context) {

    /** The evaluation context. The protocol wants the key, which clients without a user do not have. */
    @Schema(description = "Who asks, and about whom: at most 64 kB. Flags have the same values for every context.")
    public record Context(
            @Schema(description = "The name of who asks; null or absent where there is none") @Nullable
            String targetingKey) {}
}
