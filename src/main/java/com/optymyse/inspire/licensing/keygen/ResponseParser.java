package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.certificate.MalformedDocument;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.Genuine;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import java.util.function.Function;

/** What a genuine answer means to the one who asked. */
@FunctionalInterface
interface ResponseParser<T> {

    /**
     * Takes the answer for what it says.
     *
     * @throws MalformedDocument when it is not in the form that it must have
     */
    CallResult<T> read(Genuine answer) throws MalformedDocument;

    /** Applies a reading to what came back; a fault stays what it is, and an answer in no known form becomes one. */
    static <T> Function<CallResult<Genuine>, CallResult<T>> by(ResponseParser<T> reading) {
        return answer -> switch (answer) {
            case CallResult.Failed<Genuine> failed -> failed.cast();
            case CallResult.Signed<Genuine> signed -> read(signed.value(), reading);
        };
    }

    private static <T> CallResult<T> read(Genuine answer, ResponseParser<T> reading) {
        try {
            return reading.read(answer);
        } catch (MalformedDocument inNoKnownForm) {
            return ServerFault.notUnderstood(answer.status());
        }
    }
}
