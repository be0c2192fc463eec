package com.optymyse.inspire.licensing.keygen;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An HTTP response as it came in; nothing about it is believed yet. */
final class RawResponse {

    private final int status;
    private final String requestTarget;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    /**
     * @param status the HTTP status
     * @param requestTarget what was asked: method in lower case, path and query exactly as sent
     * @param headers all headers of the response, in any case
     * @param body the bytes of the body as received; none for a response without one
     */
    RawResponse(int status, String requestTarget, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.requestTarget = requestTarget;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(headers);
        this.body = body.clone();
    }

    static RawResponse of(Response response) {
        byte[] body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
        String target = response.getHeaderString(RequestTargetFilter.REQUEST_TARGET);
        return new RawResponse(response.getStatus(), target, response.getStringHeaders(), body);
    }

    int status() {
        return status;
    }

    String requestTarget() {
        return requestTarget;
    }

    byte[] body() {
        return body.clone();
    }

    /** Every value of a header, in the order received. */
    List<String> all(String header) {
        return headers.getOrDefault(header, List.of());
    }

    /** The first value of a header. */
    Optional<String> first(String header) {
        return all(header).stream().findFirst();
    }
}
