package com.optymyse.inspire.licensing.postgres;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;

/**
 * Reads private keys in the three forms that files have them in. Java reads PKCS#8 alone, which has the other two inside
 * (RFC 5958): RSAPrivateKey of PKCS#1 (RFC 8017, A.1.2) and ECPrivateKey of SEC 1 (RFC 5915).
 */
final class PrivateKeys {

    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;
    private static final int SEQUENCE = 0x30;
    private static final int CURVE = 0xA0;

    private static final byte[] VERSION_0 = HexFormat.of().parseHex("020100");
    /** rsaEncryption, 1.2.840.113549.1.1.1, with its parameters, which are NULL. */
    private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");
    /** id-ecPublicKey, 1.2.840.10045.2.1; the curve comes behind it. */
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    private PrivateKeys() {}

    /**
     * @param label what stands behind BEGIN
     * @param content the bytes between the lines, decoded
     * @throws IllegalArgumentException when it is of another form
     */
    static PrivateKey of(String label, byte[] content) throws GeneralSecurityException {
        return switch (label) {
            case "PRIVATE KEY" -> ofEither(content);
            case "RSA PRIVATE KEY" -> key("RSA", wrapped(RSA, content));
            case "EC PRIVATE KEY" -> key("EC", wrapped(concatenated(EC, curve(content)), content));
            default -> throw new IllegalArgumentException("unknown form of private key: " + label);
        };
    }

    private static PrivateKey ofEither(byte[] pkcs8) throws GeneralSecurityException {
        try {
            return key("RSA", pkcs8);
        } catch (InvalidKeySpecException notRsa) {
            return key("EC", pkcs8);
        }
    }

    private static PrivateKey key(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static byte[] wrapped(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, concatenated(VERSION_0, element(SEQUENCE, algorithm), element(OCTETS, key)));
    }

    /** The object identifier of the curve, which RFC 5915 puts behind version and key, in an element of its own. */
    private static byte[] curve(byte[] ecPrivateKey) {
        ByteBuffer elements = ByteBuffer.wrap(content(ByteBuffer.wrap(ecPrivateKey), SEQUENCE));
        content(elements, INTEGER);
        content(elements, OCTETS);
        return content(elements, CURVE);
    }

    private static byte[] content(ByteBuffer elements, int tag) {
        if (elements.remaining() < 2 || Byte.toUnsignedInt(elements.get()) != tag) {
            throw new IllegalArgumentException("an element is missing");
        }
        int length = Byte.toUnsignedInt(elements.get());
        if (length >= 0x80) {
            byte[] longLength = new byte[Math.min(length - 0x80, elements.remaining())];
            elements.get(longLength);
            length = new BigInteger(1, longLength).intValueExact();
        }
        if (length > elements.remaining()) {
            throw new IllegalArgumentException("an element is cut off");
        }
        byte[] content = new byte[length];
        elements.get(content);
        return content;
    }

    private static byte[] element(int tag, byte[] content) {
        byte[] length = BigInteger.valueOf(content.length).toByteArray();
        byte[] head = content.length < 0x80 ? new byte[0] : new byte[] {(byte) (0x80 + length.length)};
        return concatenated(new byte[] {(byte) tag}, head, length, content);
    }

    private static byte[] concatenated(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
