package com.optymyse.inspire.licensing.entitlement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.optymyse.inspire.licensing.license.Sha256;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * An answer made once and given many times.
 *
 * @param body the JSON, as it goes out
 * @param etag its tag, as headers have it: over the whole body, and strong, unless it is said to be weak
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying it for each answer is what this avoids
record CachedResponse(byte[] body, String etag) {

    /** The media type JSON as Quarkus writes it. It is set explicitly, because HEAD must say the same as GET. */
    static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";

    /** A client may keep an answer, but has to ask each time whether it still holds. */
    private static final String ASK_EACH_TIME = "private, no-cache";

    private static final String WEAK = "W/";

    private static final int TAG_BYTES = 16;

    static CachedResponse of(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return new CachedResponse(body, '"' + digest(body) + '"');
    }

    /** The answer that says a value, in JSON. */
    static CachedResponse of(Object value, ObjectMapper json) {
        return of(written(value, json));
    }

    /** A record of plain values in JSON. */
    static String written(Object value, ObjectMapper json) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of plain values can be written as JSON.", impossible);
        }
    }

    /** The same body with a weak tag of its meaning, for bodies that differ and mean the same. */
    CachedResponse taggedLike(CachedResponse meaning) {
        return new CachedResponse(body, WEAK + meaning.etag);
    }

    /**
     * The answer, or 304 when the client has it.
     *
     * @param known the header {@code If-None-Match}
     */
    Response answer(@Nullable String known) {
        return answer(known, ASK_EACH_TIME);
    }

    /**
     * The answer, or 304 when the client has it.
     *
     * @param known the header {@code If-None-Match}
     * @param cacheControl how long, and by whom, it may be kept
     */
    Response answer(@Nullable String known, String cacheControl) {
        Response.ResponseBuilder answer = isKnown(known) ? Response.notModified() : Response.ok(body);
        return answer.header("ETag", etag).header("Cache-Control", cacheControl).build();
    }

    /** Whether a list of tags, or {@code *}, has this one: by the weak comparison of RFC 9110, 13.1.2. */
    boolean isKnown(@Nullable String tags) {
        if (tags == null) {
            return false;
        }
        if (tags.equals(etag) || tags.strip().equals("*")) {
            return true;
        }
        String opaque = etag.startsWith(WEAK) ? etag.substring(WEAK.length()) : etag;
        int end = -1;
        for (int begin = tags.indexOf('"'); begin >= 0; begin = tags.indexOf('"', end + 1)) {
            end = tags.indexOf('"', begin + 1);
            if (end < 0) {
                return false;
            }
            if (end - begin + 1 == opaque.length() && tags.startsWith(opaque, begin)) {
                return true;
            }
        }
        return false;
    }

    private static String digest(byte[] body) {
        return HexFormat.of().formatHex(Sha256.of(body), 0, TAG_BYTES);
    }
}
