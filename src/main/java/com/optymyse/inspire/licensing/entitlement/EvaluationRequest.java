package com.optymyse.inspire.licensing.entitlement;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What a client of OFREP sends. It may say anything about who asks: what is licensed is the same for everybody.
 *
 * @param context who asks, and about whom
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record EvaluationRequest(@Nullable Context context) {

    /**
     * What a client says about who asks. The protocol wants the key, which clients without a user do not have.
     *
     * @param targetingKey the name of who asks
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Context(@Nullable String targetingKey) {}
}
