package com.optymyse.inspire.licensing.certificate;

/** A file or response of the vendor's is not in its format. The message is a full sentence and quotes nothing secret. */
public final class MalformedDocument extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedDocument(String message) {
        super(message, null, false, false);
    }

    /** The full sentence. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
