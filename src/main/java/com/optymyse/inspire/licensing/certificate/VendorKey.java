package com.optymyse.inspire.licensing.certificate;

import com.optymyse.inspire.licensing.license.Sha256;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Set;

/** A public key of the vendor's: Ed25519, RSA of at least {@value #MIN_RSA_BITS} bits, or P-256. */
public final class VendorKey {

    /** The shortest RSA key accepted. */
    public static final int MIN_RSA_BITS = 2048;

    private static final int SHA256_BYTES = 32;

    private final PublicKey key;
    private final Set<SignatureAlgorithm> algorithms;

    private VendorKey(PublicKey key) {
        this.key = key;
        this.algorithms = KeyStrength.algorithmsOf(key);
    }

    /**
     * Reads a key in any form that the licensing server gives it in: an Ed25519 key as hex of its 32 bytes, any key as
     * base64 of its SPKI DER or as PEM, and the base64 of a hex or PEM text. White space around it is dropped.
     *
     * @throws IllegalArgumentException when the text is none of these, or the key of another type or too short
     */
    public static VendorKey parse(String text) {
        return new VendorKey(PublicKeyText.read(text));
    }

    /** The SHA-256 of the key's SPKI DER, in lower case hex: what tells it from others without showing it. */
    public String sha256() {
        return Sha256.hex(key.getEncoded());
    }

    /** The algorithms whose signatures this key can check. */
    public Set<SignatureAlgorithm> algorithms() {
        return algorithms;
    }

    /**
     * Throws unless the key's owner signed exactly these bytes.
     *
     * @throws SignatureMismatch when the signature is another's, malformed, or of an algorithm not for this key
     */
    public void verify(SignatureAlgorithm algorithm, byte[] signed, byte[] signature) throws SignatureMismatch {
        if (!algorithms.contains(algorithm)) {
            throw new SignatureMismatch("This vendor key does not check " + algorithm.wireName() + ".");
        }
        if (!matches(algorithm, signed, signature)) {
            throw new SignatureMismatch("The signature was not made by this vendor key over these bytes.");
        }
    }

    private boolean matches(SignatureAlgorithm algorithm, byte[] signed, byte[] signature) throws SignatureMismatch {
        try {
            Signature verification = verification(algorithm);
            verification.initVerify(key);
            verification.update(signed);
            return verification.verify(signature);
        } catch (GeneralSecurityException malformed) {
            throw new SignatureMismatch("The signature is not one of " + algorithm.wireName() + ".", malformed);
        }
    }

    private Signature verification(SignatureAlgorithm algorithm) throws GeneralSecurityException {
        return switch (algorithm) {
            case ED25519 -> Signature.getInstance("Ed25519");
            case RSA_SHA256 -> Signature.getInstance("SHA256withRSA");
            case RSA_PSS_SHA256 -> pssVerification(((RSAPublicKey) key).getModulus());
            case ECDSA_P256 -> Signature.getInstance("SHA256withECDSA");
        };
    }

    /** The licensing server signs with the longest salt that fits (RFC 8017, 9.1.1), which the JDK wants to be told. */
    private static Signature pssVerification(BigInteger modulus) throws GeneralSecurityException {
        int encodedBytes = (modulus.bitLength() - 1 + 7) / 8;
        int saltBytes = encodedBytes - SHA256_BYTES - 2;
        Signature verification = Signature.getInstance("RSASSA-PSS");
        verification.setParameter(new PSSParameterSpec(
                "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, saltBytes, PSSParameterSpec.TRAILER_FIELD_BC));
        return verification;
    }

    @Override
    public String toString() {
        return "VendorKey" + algorithms;
    }
}
