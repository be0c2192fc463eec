package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.certificate.MalformedDocument;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.VerifiedResponse;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import java.util.function.Function;

/** What a verified response means to the one who asked. */
@FunctionalInterface
interface ResponseParser<T> {

    /**
     * Interprets the response.
     *
     * @throws MalformedDocument when it is not in the form that it must have
     */
    CallResult<T> read(VerifiedResponse response) throws MalformedDocument;

    /** Applies a parser to what came back. A fault stays what it is; a response in no known form becomes one. */
    static <T> Function<CallResult<VerifiedResponse>, CallResult<T>> by(ResponseParser<T> parser) {
        return result -> switch (result) {
            case CallResult.Failed<VerifiedResponse> failed -> failed.cast();
            case CallResult.Signed<VerifiedResponse> signed -> read(signed.value(), parser);
        };
    }

    private static <T> CallResult<T> read(VerifiedResponse response, ResponseParser<T> parser) {
        try {
            return parser.read(response);
        } catch (MalformedDocument inNoKnownForm) {
            return ServerFault.notUnderstood(response.status());
        }
    }
}
