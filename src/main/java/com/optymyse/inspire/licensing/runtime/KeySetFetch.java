package com.optymyse.inspire.licensing.runtime;

import java.io.IOException;
import java.util.Objects;
import org.jose4j.http.Get;
import org.jose4j.http.SimpleResponse;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the key set of the identity provider, and tells when it is another one than before. Nobody waits long for it, and
 * while it can't be had not every caller tries again.
 */
final class KeySetFetch extends Get {

    private static final int TIMEOUT_MILLIS = 3000;
    private static final long PAUSE_NANOS = 2_000_000_000L;

    private final Runnable changed;
    private @Nullable String known;
    private @Nullable IOException failure;
    private long failedAt;

    KeySetFetch(Runnable changed) {
        this.changed = changed;
        setConnectTimeout(TIMEOUT_MILLIS);
        setReadTimeout(TIMEOUT_MILLIS);
        setRetries(0);
    }

    @Override
    public synchronized SimpleResponse get(String location) throws IOException {
        if (failure != null && System.nanoTime() - failedAt < PAUSE_NANOS) {
            throw failure;
        }
        try {
            SimpleResponse response = super.get(location);
            failure = null;
            compare(response.getBody());
            return response;
        } catch (IOException failed) {
            failure = failed;
            failedAt = System.nanoTime();
            throw failed;
        }
    }

    private void compare(String keys) {
        if (known != null && !Objects.equals(known, keys)) {
            changed.run();
        }
        known = keys;
    }
}
