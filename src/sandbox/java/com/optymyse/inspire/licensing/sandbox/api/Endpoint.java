package com.optymyse.inspire.licensing.sandbox.api;

/** What one kind of call does and answers; an {@link ApiError} where it refuses. */
@FunctionalInterface
interface Endpoint {

    Answer answer(ApiRequest request);
}
