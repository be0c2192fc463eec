package com.optymyse.inspire.licensing.sandbox.api;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes over the wire: an answer, or none. */
sealed interface Reply {

    /** The status that the client sees, null when it sees none. */
    @Nullable
    Integer seen();

    /** An answer, sent when the delay is over: its body at once, or byte by byte where there is a pause between two. */
    record Sent(int status, Map<String, String> headers, Buffer body, Duration delay, Duration pause) implements Reply {

        Sent(int status, Map<String, String> headers, Buffer body) {
            this(status, headers, body, Duration.ZERO, Duration.ZERO);
        }

        @Override
        public Integer seen() {
            return status;
        }

        Sent after(Duration newDelay) {
            return new Sent(status, headers, body, newDelay, pause);
        }

        Sent dripping(Duration newPause) {
            return new Sent(status, headers, body, delay, newPause);
        }

        Sent with(Buffer newBody) {
            return new Sent(status, headers, newBody, delay, pause);
        }

        Sent with(Map<String, String> otherHeaders) {
            Map<String, String> changed = new HashMap<>(headers);
            changed.putAll(otherHeaders);
            return new Sent(status, changed, body, delay, pause);
        }

        Sent without(String header) {
            Map<String, String> changed = new HashMap<>(headers);
            changed.remove(header);
            return new Sent(status, changed, body, delay, pause);
        }
    }

    /** No answer; the connection is closed when the delay is over. */
    record Silence(Duration delay) implements Reply {

        @Override
        public @Nullable Integer seen() {
            return null;
        }
    }
}
