package com.optymyse.inspire.licensing.license;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/**
 * Names the errors of this service itself, so that each is logged once: several callers may wait for one operation, and fail
 * with it.
 */
public final class OwnErrors {

    private final Map<Throwable, URI> named = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * The name of an error. Under it the log has the details that callers do not get. The same error has the same name,
     * whoever meets it.
     *
     * @param log writes the error and its name into the log; called only for the first one who meets it
     */
    public URI name(Throwable failure, Consumer<URI> log) {
        return mayBeThrownAgain(failure) ? first(log) : named.computeIfAbsent(failure, unknown -> first(log));
    }

    /** Whether an error may be thrown again. One without a stack trace may be a constant. */
    private static boolean mayBeThrownAgain(Throwable failure) {
        return failure.getStackTrace().length == 0;
    }

    private static URI first(Consumer<URI> log) {
        URI name = URI.create("urn:uuid:" + UUID.randomUUID());
        log.accept(name);
        return name;
    }
}
