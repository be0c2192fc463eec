package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.license.RefusalCode;
import java.time.Instant;

/** What came back from the licensing server: something it signed, or nothing that counts. */
public sealed interface Answer<T> {

    /**
     * An answer under the vendor's signature.
     *
     * @param value what it says
     * @param at the signed time
     */
    record Signed<T>(T value, Instant at) implements Answer<T> {}

    /**
     * Nothing that counts: a fault of the network, or an answer that is unsigned, wrongly signed or not understood. It
     * is never a verdict on the license.
     *
     * @param cause what kind of fault
     * @param detail a full sentence for the admin, without any key
     */
    record Failed<T>(Cause cause, String detail) implements Answer<T> {

        /** The same fault, for whoever waits for another kind of answer. */
        public <U> Failed<U> cast() {
            return new Failed<>(cause, detail);
        }
    }

    enum Cause {
        /** No answer: refused, cut off, timed out, or outgoing calls are forbidden. */
        UNREACHABLE(RefusalCode.LICENSING_SERVER_UNREACHABLE),
        /** An answer without a verdict: overloaded, out of order, not understood. */
        ERROR(RefusalCode.LICENSING_SERVER_ERROR),
        /** An answer that should be signed by the vendor and is not. */
        UNTRUSTED(RefusalCode.LICENSING_SERVER_UNTRUSTED),
        /** A signed answer, too old by this host's clock and by every fresh answer. */
        CLOCK_WRONG(RefusalCode.CLOCK_WRONG);

        private final RefusalCode code;

        Cause(RefusalCode code) {
            this.code = code;
        }

        public RefusalCode code() {
            return code;
        }
    }
}
