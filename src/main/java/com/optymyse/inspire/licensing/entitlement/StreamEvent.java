package com.optymyse.inspire.licensing.entitlement;

import io.vertx.core.buffer.Buffer;

/**
 * A server-sent event (WHATWG HTML, 9.2), made once and sent to everybody who listens.
 *
 * @param id what it is told apart by; the ETag of what it announces, quotes included
 * @param frame the event, as it goes out
 */
record StreamEvent(String id, Buffer frame) {

    /**
     * @param name what kind of event it is
     * @param data JSON without line breaks
     */
    static StreamEvent of(String name, String id, String data) {
        if (data.indexOf('\n') >= 0 || data.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("The data of an event is one line.");
        }
        return new StreamEvent(id, Buffer.buffer("event: " + name + "\nid: " + id + "\ndata: " + data + "\n\n"));
    }
}
