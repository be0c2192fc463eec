package com.optymyse.inspire.licensing.sandbox.state;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A way in which the sandbox can misbehave. */
public enum FaultMode {
    NONE(true, "Behaves again."),
    REFUSE(false, "Closes the connection without an answer; nothing is done."),
    TIMEOUT(false, "Never answers; nothing is done; the connection is dropped after a minute."),
    ERROR(
            false,
            "An unsigned 500, or 503 when \"status\" says so, with \"retryAfter\" where it is set; nothing is done."),
    RATE_LIMIT(
            false,
            "An unsigned 429 with \"retryAfter\", 30 unless it says otherwise, null for no header; nothing is done."),
    UNSIGNED(true, "Does it, and answers rightly but without signature headers."),
    TAMPERED(true, "Does it, and changes the answer after signing it."),
    GARBAGE(false, "200 with an HTML page; nothing is done."),
    LATE(true, "Does it at once, and answers only after \"delayMs\"."),
    DRIP(true, "Does it at once, and sends the body of the answer byte by byte, one each \"delayMs\"."),
    LAG(true, "Validations see machines and check-ins as they were before the last creation, deletion or check-in."),
    LIMIT(
            true,
            "A signed 422 with \"code\" to a check-out, check-in or create that would be answered otherwise; nothing is done.");

    private final boolean working;
    private final String about;

    FaultMode(boolean working, String about) {
        this.working = working;
        this.about = about;
    }

    /**
     * The mode of a name.
     *
     * @throws IllegalArgumentException listing the names, when there is none like it
     */
    @JsonCreator
    public static FaultMode of(String name) {
        return WireName.find(values(), name);
    }

    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }

    /**
     * Whether the sandbox begins to carry out the call in spite of the fault. With {@code LIMIT}, the call then refuses
     * before it changes anything.
     */
    public boolean isWorking() {
        return working;
    }

    /** What the mode does, for people. */
    public String about() {
        return about;
    }
}
