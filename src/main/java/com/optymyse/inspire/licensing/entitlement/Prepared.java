package com.optymyse.inspire.licensing.entitlement;

import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An answer made once and given many times.
 *
 * @param body the JSON, as it goes out
 * @param tag a strong tag over the whole body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copying it for each answer is what this avoids
record Prepared(byte[] body, EntityTag tag) {

    private static final int TAG_BYTES = 16;

    static Prepared of(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return new Prepared(body, new EntityTag(digest(body)));
    }

    /** The tag as headers have it, quotes included. */
    String etag() {
        return '"' + tag.getValue() + '"';
    }

    private static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every JDK has SHA-256.", missing);
        }
    }
}
