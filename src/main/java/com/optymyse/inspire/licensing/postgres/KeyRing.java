package com.optymyse.inspire.licensing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optymyse.inspire.licensing.installation.DerivedKeys;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that protect what is stored. The first key encrypts, every key decrypts, see {@link StorageEncryption}.
 *
 * <p>A version that encrypts in another way writes its own number and a colon before the id of the key, as in {@code 2:first}. No
 * ring has such an id, so that the versions before it treat the row as one of an unknown key: they keep what they knew and
 * take no standing from it.
 */
final class KeyRing implements DerivedKeys {

    private static final Pattern ENTRY = Pattern.compile("(?<id>[A-Za-z0-9._-]{1,32}):(?<key>[A-Za-z0-9+/=]+)");
    private static final String HOW_TO_MAKE_ONE =
            "Each entry is id:base64 of 32 bytes; `openssl rand -base64 32` makes such a key.";

    private static final int KEY_BYTES = 32;

    private final String first;
    private final Map<String, SecretKeySpec> keys;

    private KeyRing(String first, Map<String, SecretKeySpec> keys) {
        this.first = first;
        this.keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    /**
     * Reads the ring from its configuration.
     *
     * @throws IllegalArgumentException naming the setting and how to make a key, when there is none or one is malformed
     */
    static KeyRing of(List<String> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException(
                    "licensing.secret.keys is not set, so nothing can be stored. " + HOW_TO_MAKE_ONE);
        }
        Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Matcher parts = ENTRY.matcher(entries.get(i).strip());
            if (!parts.matches()) {
                throw malformed(i, "is not of this form");
            }
            if (keys.put(parts.group("id"), key(parts.group("key"), i)) != null) {
                throw malformed(i, "repeats the id '" + parts.group("id") + "'");
            }
        }
        return new KeyRing(keys.keySet().iterator().next(), keys);
    }

    /** The id of the key that encrypts and signs, to be stored beside what it has made. */
    String firstKeyId() {
        return first;
    }

    /** @throws UnknownKeyException when the ring has no such key */
    SecretKey key(String keyId) {
        SecretKeySpec key = keys.get(keyId);
        if (key == null) {
            throw UnknownKeyException.of(keyId);
        }
        return key;
    }

    @Override
    public List<SecretKey> derive(String purpose) {
        return keys.keySet().stream()
                .map(keyId -> derive(keyId, purpose, "HmacSHA256"))
                .toList();
    }

    /**
     * A key for another purpose, from which the one that encrypts can't be learned (HKDF, RFC 5869).
     *
     * @param algorithm what the derived key is for
     * @throws UnknownKeyException when the ring has no such key
     */
    SecretKey derive(String keyId, String purpose, String algorithm) {
        AlgorithmParameterSpec parameters = HKDFParameterSpec.ofExtract()
                .addIKM(key(keyId))
                .thenExpand(("inspire-licensing: " + purpose).getBytes(UTF_8), KEY_BYTES);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HKDF does not derive keys on this Java runtime.", impossible);
        }
    }

    private static SecretKeySpec key(String base64, int index) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw malformed(index, "is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw malformed(index, "has " + bytes.length + " bytes");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** Says which entry is meant, never what is in it. */
    private static IllegalArgumentException malformed(int index, String what) {
        return new IllegalArgumentException(
                "Entry " + (index + 1) + " of licensing.secret.keys " + what + ". " + HOW_TO_MAKE_ONE);
    }

    /**
     * The ring lacks the key of a row, or a newer version of the service has written the row. Neither means that somebody
     * has changed the row.
     */
    static final class UnknownKeyException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private UnknownKeyException(String sentence) {
            super(sentence);
        }

        static UnknownKeyException of(String keyId) {
            return keyId.indexOf(':') >= 0
                    ? ofNewerVersion("encrypted as '" + keyId + "'")
                    : new UnknownKeyException("The database is encrypted with the key '" + keyId
                            + "', which licensing.secret.keys does not have. Put that key back into the setting.");
        }

        /** @param what tells what this version can't understand, in a few words */
        static UnknownKeyException ofNewerVersion(String what) {
            return new UnknownKeyException("The database has rows of a newer version of this service (" + what
                    + "), which this version can't read. Start the newer version again.");
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }
}
