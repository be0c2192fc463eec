package com.optymyse.inspire.licensing.entitlement;

import com.optymyse.inspire.licensing.installation.DerivedKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * A part of the address that allows a browser to listen for notifications. Only callers with a token get it, because a
 * browser's event source can't send a token. It is the same for all clients and on all replicas, so that what carries it
 * has one ETag, and good for the hour it was made in and the next one. It opens nothing else, and a notification tells
 * nothing.
 */
@ApplicationScoped
class Capability {

    private static final String PURPOSE = "ofrep events";
    private static final Duration TERM = Duration.ofHours(1);
    private static final int BYTES = 16;

    private final List<SecretKey> keys;
    private final Clock clock;

    Capability(DerivedKeys secret, Clock clock) {
        this.keys = secret.derive(PURPOSE);
        this.clock = clock;
    }

    /** The number of the present hour, for {@link #of}. */
    long hour() {
        return clock.instant().getEpochSecond() / TERM.toSeconds();
    }

    /** The capability of an hour, in characters that need no escape in an address. */
    String of(long hour) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code(keys.getFirst(), hour));
    }

    /** When a capability expires; empty for one that is invalid or expired. */
    Optional<Instant> end(String capability) {
        byte[] code;
        try {
            code = Base64.getUrlDecoder().decode(capability);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        // The hour after the present one has begun where another replica's clock is a little ahead.
        long now = hour();
        return LongStream.of(now, now - 1, now + 1)
                .filter(hour -> keys.stream().anyMatch(key -> MessageDigest.isEqual(code, code(key, hour))))
                .mapToObj(hour -> Instant.ofEpochSecond((hour + 2) * TERM.toSeconds()))
                .findFirst();
    }

    private static byte[] code(SecretKey key, long hour) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] whole =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(hour).array());
            return Arrays.copyOf(whole, BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 does not work on this Java runtime.", impossible);
        }
    }
}
