package com.optymyse.inspire.licensing.certificate;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EllipticCurve;
import java.util.Set;

/** Says which signatures a public key may check, and refuses keys whose signatures prove nothing. */
final class KeyStrength {

    private static final EllipticCurve P256 = p256();
    private static final BigInteger P256_PRIME = ((ECFieldFp) P256.getField()).getP();

    private static final BigInteger ED25519_PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger ED25519_D = BigInteger.valueOf(-121_665)
            .multiply(BigInteger.valueOf(121_666).modInverse(ED25519_PRIME))
            .mod(ED25519_PRIME);

    private KeyStrength() {}

    /**
     * The algorithms that this key is for.
     *
     * @throws IllegalArgumentException when the key is of another type, too short, or no point of its curve
     */
    static Set<SignatureAlgorithm> algorithmsOf(PublicKey key) {
        return switch (key) {
            case EdECPublicKey ed25519 -> {
                requirePoint(ed25519);
                yield Set.of(SignatureAlgorithm.ED25519);
            }
            case RSAPublicKey rsa -> {
                requireLength(rsa);
                yield Set.of(SignatureAlgorithm.RSA_SHA256, SignatureAlgorithm.RSA_PSS_SHA256);
            }
            case ECPublicKey ec -> {
                requireP256(ec);
                yield Set.of(SignatureAlgorithm.ECDSA_P256);
            }
            default -> throw new IllegalArgumentException("A vendor key is an Ed25519, RSA or P-256 key.");
        };
    }

    /** Refuses points of small order, for example 32 zeros, because anybody can sign for them. */
    private static void requirePoint(EdECPublicKey key) {
        try {
            Signature.getInstance("Ed25519").initVerify(key);
        } catch (GeneralSecurityException notOnCurve) {
            throw new IllegalArgumentException("This vendor key is no point of the curve Ed25519.", notOnCurve);
        }
        BigInteger y = key.getPoint().getY();
        BigInteger ySquared = y.multiply(y).mod(ED25519_PRIME);
        boolean orderAtMost2 = ySquared.equals(BigInteger.ONE);
        boolean order4 = ySquared.signum() == 0;
        // Doubling such a point gives y = 0: x² = -y², put into the curve's -x² + y² = 1 + d·x²·y².
        boolean order8 = ySquared.shiftLeft(1)
                .add(ED25519_D.multiply(ySquared.multiply(ySquared)))
                .mod(ED25519_PRIME)
                .equals(BigInteger.ONE);
        if (orderAtMost2 || order4 || order8) {
            throw new IllegalArgumentException(
                    "This vendor key is a point of small order, for which anybody can sign.");
        }
    }

    private static void requireLength(RSAPublicKey key) {
        int bits = key.getModulus().bitLength();
        if (bits < VendorKey.MIN_RSA_BITS) {
            throw new IllegalArgumentException(
                    "An RSA vendor key has at least " + VendorKey.MIN_RSA_BITS + " bits; this one has " + bits + ".");
        }
    }

    private static void requireP256(ECPublicKey key) {
        if (!key.getParams().getCurve().equals(P256)) {
            throw new IllegalArgumentException(
                    "A vendor key on a NIST curve is on P-256; this one is on another curve.");
        }
        BigInteger x = key.getW().getAffineX();
        BigInteger y = key.getW().getAffineY();
        BigInteger rightSide = x.pow(3).add(P256.getA().multiply(x)).add(P256.getB());
        if (y.pow(2).subtract(rightSide).mod(P256_PRIME).signum() != 0) {
            throw new IllegalArgumentException("This vendor key is no point of the curve P-256.");
        }
    }

    private static EllipticCurve p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class).getCurve();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This JDK has no P-256.", absent);
        }
    }
}
