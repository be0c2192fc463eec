package com.optymyse.inspire.licensing.entitlement;

import org.jspecify.annotations.Nullable;

/**
 * What a client of OFREP sends, as the API description shows it. It may say anything else besides; {@link EvaluationContext}
 * looks at it.
 *
 * @param context who asks, and about whom
 */
public record EvaluationRequest(@Nullable Context context) {

    /**
     * What a client says about who asks. The protocol wants the key, which clients without a user do not have.
     *
     * @param targetingKey the name of who asks
     */
    public record Context(@Nullable String targetingKey) {}
}
