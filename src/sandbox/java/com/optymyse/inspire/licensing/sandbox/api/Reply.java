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

    /** An answer, sent when the delay is over. */
    record Sent(int status, Map<String, String> headers, Buffer body, Duration delay) implements Reply {

        @Override
        public Integer seen() {
            return status;
        }

        Sent after(Duration newDelay) {
            return new Sent(status, headers, body, newDelay);
        }

        Sent with(Buffer newBody) {
            return new Sent(status, headers, newBody, delay);
        }

        Sent with(String header, String value) {
            Map<String, String> changed = new HashMap<>(headers);
            changed.put(header, value);
            return new Sent(status, changed, body, delay);
        }

        Sent without(String header) {
            Map<String, String> changed = new HashMap<>(headers);
            changed.remove(header);
            return new Sent(status, changed, body, delay);
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
