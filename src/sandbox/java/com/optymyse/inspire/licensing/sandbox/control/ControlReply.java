package com.optymyse.inspire.licensing.sandbox.control;

import com.optymyse.inspire.licensing.sandbox.state.StateJson;
import java.util.Map;

/** What a control answers. */
record ControlReply(int status, String type, String body) {

    static ControlReply json(Object value) {
        return new ControlReply(200, "application/json", StateJson.write(value));
    }

    static ControlReply text(String text) {
        return new ControlReply(200, "text/plain; charset=utf-8", text);
    }

    static ControlReply html(String page) {
        return new ControlReply(200, "text/html; charset=utf-8", page);
    }

    static ControlReply done() {
        return new ControlReply(204, "text/plain", "");
    }

    static ControlReply error(int status, String message) {
        return new ControlReply(status, "application/json", StateJson.write(Map.of("error", message)));
    }
}
