package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.OfflineFiles;
import com.optymyse.inspire.licensing.certificate.SignatureAlgorithm;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.certificate.VendorKey;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.VerifiedResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A vendor with a key of its own, who signs responses as the licensing server does. */
final class TestVendor {

    static final String ACCOUNT = "0d2e2ee2-4f0b-4d2c-9b4e-6a4c2d7d8f11";
    static final String PRODUCT = "5c7f0a8e-53a0-4c1c-8f5b-1f7f1f1b2a33";
    static final String HOST = "licensing.example.com";

    private final KeyPair keys;

    TestVendor() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    TrustAnchors anchors() {
        return anchors(ACCOUNT);
    }

    TrustAnchors anchors(String account) {
        String key = Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
        return new TrustAnchors(
                List.of(VendorKey.parse(key)),
                account,
                PRODUCT,
                Set.of(SignatureAlgorithm.ED25519),
                OfflineFiles.of(Set.of(CertificateKind.MACHINE)),
                TrustAnchors.Origin.CONFIGURED);
    }

    /** The headers that make a body a signed response. */
    Map<String, List<String>> headers(String requestTarget, String host, Instant date, byte[] body) {
        String httpDate = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                date.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
        String digest = digest(body);
        String signature = "keyid=\"" + ACCOUNT + "\", algorithm=\"ed25519\", signature=\""
                + sign(requestTarget, host, httpDate, digest) + "\", headers=\"(request-target) host date digest\"";
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Date", List.of(httpDate));
        headers.put("Digest", List.of(digest));
        headers.put("Keygen-Signature", List.of(signature));
        return headers;
    }

    /** A verified response, as only verification makes it. */
    VerifiedResponse verified(int status, Instant date, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        RawResponse response = new RawResponse(status, "get /", headers("get /", HOST, date, bytes), bytes);
        return (VerifiedResponse) new ResponseVerifier(anchors(), HOST).verify(response);
    }

    static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return "sha-256=" + Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String sign(String requestTarget, String host, String date, String digest) {
        String text =
                "(request-target): " + requestTarget + "\nhost: " + host + "\ndate: " + date + "\ndigest: " + digest;
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
