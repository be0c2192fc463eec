package com.optymyse.inspire.licensing.certificate;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the forms in which the licensing server shows public keys. */
final class PublicKeyText {

    private static final Pattern HEX_OF_32_BYTES = Pattern.compile("[0-9a-fA-F]{64}");
    private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String PEM_END = "-----END PUBLIC KEY-----";

    /** What stands before the 32 bytes in the SPKI DER of an Ed25519 key (RFC 8410). */
    private static final String ED25519_SPKI_PREFIX = "302a300506032b6570032100";

    private static final String NO_KEY =
            "This is not a vendor key. A vendor key is an Ed25519, RSA or P-256 public key: as PEM, as base64 of its"
                    + " SPKI DER, or as hex of its 32 bytes (Ed25519). The PEM and the hex may also be encoded in"
                    + " base64.";

    private PublicKeyText() {}

    static PublicKey read(String text) {
        String trimmed = text.strip();
        if (isHexOrPem(trimmed)) {
            return ofSpki(spkiOf(trimmed));
        }
        byte[] decoded = decode(trimmed);
        String inner = new String(decoded, StandardCharsets.ISO_8859_1).strip();
        return ofSpki(isHexOrPem(inner) ? spkiOf(inner) : decoded);
    }

    private static boolean isHexOrPem(String text) {
        return HEX_OF_32_BYTES.matcher(text).matches() || text.startsWith(PEM_BEGIN);
    }

    private static byte[] spkiOf(String hexOrPem) {
        if (!hexOrPem.startsWith(PEM_BEGIN)) {
            return HexFormat.of().parseHex(ED25519_SPKI_PREFIX + hexOrPem);
        }
        if (!hexOrPem.endsWith(PEM_END)) {
            throw new IllegalArgumentException("A vendor key in PEM ends with the line " + PEM_END + ".");
        }
        return decode(hexOrPem.substring(PEM_BEGIN.length(), hexOrPem.length() - PEM_END.length()));
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException(NO_KEY, notBase64);
        }
    }

    private static PublicKey ofSpki(byte[] spki) {
        for (String type : List.of("Ed25519", "RSA", "EC")) {
            PublicKey key = ofSpki(spki, type);
            if (key != null && Arrays.equals(key.getEncoded(), spki)) {
                return key;
            }
        }
        throw new IllegalArgumentException(NO_KEY);
    }

    private static @Nullable PublicKey ofSpki(byte[] spki, String type) {
        try {
            return KeyFactory.getInstance(type).generatePublic(new X509EncodedKeySpec(spki));
        } catch (InvalidKeySpecException anotherType) {
            return null;
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This JDK has no " + type + ".", absent);
        }
    }
}
