package com.optymyse.inspire.licensing.sandbox.state;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The kinds of call of the licensing server's API, as faults and the record of calls name them. */
public enum Operation {
    VALIDATE,
    ME,
    ENTITLEMENTS,
    CHECK_IN,
    CREATE,
    CHECK_OUT,
    DELETE,
    READ;

    /**
     * The kind of call of a name.
     *
     * @throws IllegalArgumentException listing the names, when there is none like it
     */
    @JsonCreator
    public static Operation of(String name) {
        return WireName.find(values(), name);
    }

    @JsonValue
    public String wireName() {
        return WireName.of(this);
    }
}
