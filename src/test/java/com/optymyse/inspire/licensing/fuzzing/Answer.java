package com.optymyse.inspire.licensing.fuzzing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** What the service said; of a stream that does not end, the beginning alone. */
record Answer(int status, HttpHeaders headers, String body) {

    private static final String STREAM = "text/event-stream";

    static Answer of(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            Answer withoutBody = new Answer(response.statusCode(), response.headers(), "");
            return withoutBody.isStream()
                    ? withoutBody
                    : new Answer(
                            response.statusCode(),
                            response.headers(),
                            new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException("The answer broke off.", failure);
        }
    }

    /** Its content type without parameters; empty when it has none. */
    String mediaType() {
        return headers.firstValue("Content-Type").orElse("").split(";", 2)[0].strip();
    }

    boolean isStream() {
        return mediaType().equals(STREAM);
    }
}
