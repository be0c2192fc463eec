package com.optymyse.inspire.licensing.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something is done. It goes with the operation, so that the audit trail and the log name the request also
 * when the client has closed its connection meanwhile.
 *
 * @param name the caller's name in the token; null for the service itself
 * @param request the id of the request; null where nobody has asked over HTTP
 * @param trace the id of the trace that the request belongs to; null where there is none
 */
public record Caller(
        @Nullable String name,
        @Nullable String request,
        @Nullable String trace) {

    /** What a request's id is made of: it comes from outside, and must not be able to forge lines of the log. */
    public static final String REQUEST = "^[A-Za-z0-9._-]{1,64}$";

    /** The service itself, which acts without a request. */
    public static final Caller SERVICE = new Caller(null, null, null);

    private static final Pattern REQUEST_PATTERN = Pattern.compile(REQUEST);

    public Caller {
        if (request != null && !isRequest(request)) {
            throw new IllegalArgumentException(
                    "A request's id consists of 1 to 64 letters, digits, dots, hyphens and" + " underscores.");
        }
    }

    /** Somebody who has not asked over HTTP. */
    public static Caller named(String name) {
        return new Caller(name, null, null);
    }

    /** Whether a text can be the id of a request. */
    public static boolean isRequest(String text) {
        return REQUEST_PATTERN.matcher(text).matches();
    }

    /** Whether it is the service itself. */
    public boolean isService() {
        return name == null;
    }
}
