package com.optymyse.inspire.licensing.security;

import com.optymyse.inspire.licensing.logging.LogText;
import org.jspecify.annotations.Nullable;

/** A token that does not count, and why. Its message is for the log; it never has the token in it. */
final class BadToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final TokenCheck check;
    private final @Nullable String description;

    private BadToken(TokenCheck check, String sentence, @Nullable String description) {
        super(sentence, null, false, false);
        this.check = check;
        this.description = description;
    }

    /**
     * @param expected what would have passed
     * @param found what the token has, however strange: it is made fit for the log here
     */
    static BadToken of(TokenCheck check, String expected, @Nullable Object found) {
        return new BadToken(check, sentence(expected, found), null);
    }

    /** @param description what the caller is told, a sentence of plain ASCII without quotes (RFC 6750, section 3) */
    static BadToken described(TokenCheck check, String expected, @Nullable Object found, String description) {
        return new BadToken(check, sentence(expected, found), description);
    }

    private static String sentence(String expected, @Nullable Object found) {
        return "Expected " + expected + "; found " + LogText.of(found) + ".";
    }

    /** What was expected, and what was found. */
    String sentence() {
        return String.valueOf(getMessage());
    }

    TokenCheck check() {
        return check;
    }

    /** What the caller is told in addition. */
    @Nullable
    String description() {
        return description;
    }
}
