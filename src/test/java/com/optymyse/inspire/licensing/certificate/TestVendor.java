package com.optymyse.inspire.licensing.certificate;

import com.optymyse.inspire.licensing.license.LicenseKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A vendor made up for tests. It signs with the JDK's primitives alone and shares no code with what is tested. */
public final class TestVendor {

    public static final String ACCOUNT = "6f1c2a70-5b1d-4b5e-9a3e-1d2f3c4b5a60";
    public static final String PRODUCT = "0a9b8c7d-6e5f-4a3b-8c1d-2e3f4a5b6c7d";
    public static final LicenseKey KEY = new LicenseKey("4D2A17-90C3BE-7F65E8-1B44D9-0C8A3F-V3");
    public static final String FINGERPRINT = "b1946ac9-2492-4d23-84c6-235b4d2611184a";

    /** When the files of {@link TestFile} are issued, if nothing else is said. */
    public static final Instant ISSUED = Instant.parse("2026-11-01T10:00:00Z");

    private static final KeyPair ED25519 = pair("Ed25519", NamedParameterSpec.ED25519);
    private static final KeyPair RSA = pair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
    private static final KeyPair P256 = pair("EC", new ECGenParameterSpec("secp256r1"));

    private TestVendor() {}

    /** Trust in all of this vendor's keys, every algorithm and both kinds of file. */
    public static TrustAnchors anchors() {
        return anchors(EnumSet.allOf(SignatureAlgorithm.class));
    }

    /** Trust in all of this vendor's keys and every algorithm, with rules of its own for files that an admin brings. */
    public static TrustAnchors anchors(OfflineFiles offline) {
        return anchors(EnumSet.allOf(SignatureAlgorithm.class), offline);
    }

    /** Trust in all of this vendor's keys, but in these algorithms alone. */
    static TrustAnchors anchors(Set<SignatureAlgorithm> algorithms) {
        return anchors(algorithms, OfflineFiles.of(EnumSet.allOf(CertificateKind.class)));
    }

    private static TrustAnchors anchors(Set<SignatureAlgorithm> algorithms, OfflineFiles offline) {
        return new TrustAnchors(
                List.of(vendorKey(ED25519), vendorKey(RSA), vendorKey(P256)),
                ACCOUNT,
                PRODUCT,
                algorithms,
                offline,
                TrustAnchors.Origin.CONFIGURED);
    }

    /** The newest of its keys as a setting has it. */
    public static String ed25519() {
        return Base64.getEncoder().encodeToString(ED25519.getPublic().getEncoded());
    }

    static CertificateVerifier verifier() {
        return new CertificateVerifier(anchors());
    }

    /** What {@link #anchors()} make of a file for {@link #KEY} and {@link #FINGERPRINT}. */
    static Certificate verify(String text) {
        return verifier().verify(text, KEY, FINGERPRINT);
    }

    static KeyPair keyPair(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case ED25519 -> ED25519;
            case RSA_SHA256, RSA_PSS_SHA256 -> RSA;
            case ECDSA_P256 -> P256;
        };
    }

    static VendorKey vendorKey(KeyPair pair) {
        return VendorKey.parse(
                Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    }

    static byte[] sign(SignatureAlgorithm algorithm, PrivateKey key, byte[] bytes) {
        try {
            Signature signing = switch (algorithm) {
                case ED25519 -> Signature.getInstance("Ed25519");
                case RSA_SHA256 -> Signature.getInstance("SHA256withRSA");
                case RSA_PSS_SHA256 -> Signature.getInstance("RSASSA-PSS");
                case ECDSA_P256 -> Signature.getInstance("SHA256withECDSA");
            };
            if (algorithm == SignatureAlgorithm.RSA_PSS_SHA256) {
                signing.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 222, 1));
            }
            signing.initSign(key);
            signing.update(bytes);
            return signing.sign();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static KeyPair pair(String type, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
