package com.optymyse.inspire.licensing.fuzzing;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param operation what it is for; null when the API has nothing of that method and path
 * @param target the path and query, as they are sent
 * @param body the bytes of the body; null for none
 */
record Attempt(
        @Nullable Described operation,
        String method,
        String target,
        Map<String, String> headers,
        @Nullable Buffer body) {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int SHOWN = 500;
    private static final int LARGEST = 4_000_000;

    HttpRequest to(URI service) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(target))
                .timeout(LONGEST)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.getBytes()));
        headers.forEach(request::header);
        return request.build();
    }

    /** Whether it is larger than anything that is accepted. */
    boolean isTooLarge() {
        return body != null && body.length() > LARGEST;
    }

    /** For whoever has to find out what went wrong. */
    @Override
    public String toString() {
        String sent = body == null ? "" : body.toString();
        return method + " " + target + " " + headers + "\n" + sent.substring(0, Math.min(SHOWN, sent.length()));
    }
}
