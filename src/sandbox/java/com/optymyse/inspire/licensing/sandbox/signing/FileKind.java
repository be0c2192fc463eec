package com.optymyse.inspire.licensing.sandbox.signing;

import java.util.Locale;

/** The kinds of signed file. */
public enum FileKind {
    LICENSE,
    MACHINE;

    /** The type of the JSON:API resource that carries such a file. */
    public String resourceType() {
        return prefix() + "-files";
    }

    /** What stands before the payload when it is signed, so that one kind can't be passed off as the other. */
    String prefix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
