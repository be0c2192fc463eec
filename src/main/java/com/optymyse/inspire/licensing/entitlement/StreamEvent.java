package com.optymyse.inspire.licensing.entitlement;

import io.vertx.core.buffer.Buffer;

/**
 * A server-sent event (WHATWG HTML, 9.2), made once and sent to everybody who listens. It equals itself alone, so that one that
 * tells the same later is another one.
 */
final class StreamEvent {

    private final String id;
    private final Buffer frame;

    private StreamEvent(String id, Buffer frame) {
        this.id = id;
        this.frame = frame;
    }

    /**
     * @param name what kind of event it is
     * @param id what it is told apart by; the ETag of what it announces, quotes included
     * @param data JSON without line breaks
     */
    static StreamEvent of(String name, String id, String data) {
        if (data.indexOf('\n') >= 0 || data.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("The data of an event is one line.");
        }
        return new StreamEvent(id, Buffer.buffer("event: " + name + "\nid: " + id + "\ndata: " + data + "\n\n"));
    }

    String id() {
        return id;
    }

    /** The event, as it goes out. */
    Buffer frame() {
        return frame;
    }
}
