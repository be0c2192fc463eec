package com.optymyse.inspire.licensing.sandbox.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API, as it is remembered for tests and people.
 *
 * @param path the path without any license key
 * @param license the demo license's name, another key masked, null when the call named none
 * @param status the status of the answer, null when there was none
 * @param code the validation's code or the first error's, null when there was none
 * @param fault the misbehavior that the call met, null when there was none
 */
public record Call(
        Instant at,
        Operation kind,
        String method,
        String path,
        @Nullable String license,
        @Nullable Integer status,
        @Nullable String code,
        @Nullable FaultMode fault) {}
