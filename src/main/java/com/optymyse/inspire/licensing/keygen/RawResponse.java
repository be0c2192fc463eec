package com.optymyse.inspire.licensing.keygen;

import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP response as it came in; nothing about it is believed yet.
 *
 * @param status the HTTP status
 * @param requestTarget what was asked: method in lower case, path and query exactly as sent
 * @param headers all headers of the response, in any case
 * @param body the bytes of the body as received; none for a response without one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and nobody writes to the bytes
record RawResponse(int status, String requestTarget, Map<String, List<String>> headers, byte[] body) {

    RawResponse {
        Map<String, List<String>> inAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        inAnyCase.putAll(headers);
        headers = inAnyCase;
    }

    static RawResponse of(Response response) {
        byte[] body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
        String target = response.getHeaderString(RequestTargetFilter.REQUEST_TARGET);
        return new RawResponse(response.getStatus(), target, response.getStringHeaders(), body);
    }

    /** A date as headers have it; empty for any other text. */
    static Optional<Instant> date(String value) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
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
