package com.optymyse.inspire.licensing.licensingserver;

import com.optymyse.inspire.licensing.license.Facts;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came back from the licensing server: something it signed, or nothing that counts. */
public sealed interface CallResult<T> {

    /**
     * A response under the vendor's signature.
     *
     * @param value what it says
     * @param at the signed time
     */
    record Signed<T>(T value, Instant at) implements CallResult<T> {}

    /**
     * Nothing that counts: a fault of the network, or a response that is unsigned, wrongly signed or not understood. It
     * is never a verdict on the license.
     *
     * @param cause what kind of fault
     * @param detail a full sentence for the admin, without any key
     * @param pause how long the server asks to be left alone; null unless it is busy
     * @param values the facts in the detail, by name, as {@link Facts} has them
     */
    record Failed<T>(Cause cause, String detail, @Nullable Duration pause, Map<String, Object> values)
            implements CallResult<T> {

        public Failed {
            values = Facts.of(values);
            if ((cause == Cause.BUSY) != (pause != null)) {
                throw new IllegalArgumentException("A busy server, and no other, asks for a pause.");
            }
        }

        public Failed(Cause cause, String detail) {
            this(cause, detail, null, Map.of());
        }

        public Failed(Cause cause, String detail, @Nullable Duration pause) {
            this(cause, detail, pause, Map.of());
        }

        /** The same with these facts. */
        public Failed<T> telling(Map<String, ?> facts) {
            return new Failed<>(cause, detail, pause, Facts.of(facts));
        }

        /** The result for a server that asks for a pause. */
        public static <T> Failed<T> busy(String detail, Duration pause) {
            return new Failed<>(Cause.BUSY, detail, pause);
        }

        /** The same fault, as a result of another type. */
        public <U> Failed<U> cast() {
            return new Failed<>(cause, detail, pause, values);
        }
    }

    enum Cause {
        /** No response: refused, cut off, timed out, or outgoing calls are forbidden. */
        UNREACHABLE(RefusalCode.LICENSING_SERVER_UNREACHABLE),
        /** The server works, and asks for a later try. */
        BUSY(RefusalCode.LICENSING_SERVER_BUSY),
        /** A response without a verdict: the server reports an error, or this service does not understand the response. */
        ERROR(RefusalCode.LICENSING_SERVER_ERROR),
        /** A response that should be signed by the vendor and is not. */
        UNTRUSTED(RefusalCode.LICENSING_SERVER_UNTRUSTED),
        /**
         * A signed response whose date is too old: by the fresh responses before it or, if there was none, by this host's
         * clock.
         */
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
