package com.optymyse.inspire.licensing.certificate;

/** The bytes are not signed by any key that may sign them. Checked, so that nobody forgets what it means. */
public final class SignatureMismatch extends Exception {

    private static final long serialVersionUID = 1L;

    SignatureMismatch(String message) {
        super(message);
    }

    SignatureMismatch(String message, Throwable cause) {
        super(message, cause);
    }
}
