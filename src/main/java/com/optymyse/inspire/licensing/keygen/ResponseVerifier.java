package com.optymyse.inspire.licensing.keygen;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.certificate.MalformedDocument;
import com.optymyse.inspire.licensing.certificate.SignatureAlgorithm;
import com.optymyse.inspire.licensing.certificate.SignatureMismatch;
import com.optymyse.inspire.licensing.certificate.StrictJson;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.license.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells whether the vendor signed a response of the licensing server. The steps are those of the Keygen API's response
 * signatures ({@code https://keygen.sh/docs/api/signatures/#response-signatures}), and one more: the response must say
 * that it covers what it has to.
 */
final class ResponseVerifier {

    private static final String SIGNATURE = "Keygen-Signature";
    private static final String COVERED = "(request-target) host date digest";
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private final TrustAnchors anchors;
    private final String signedHost;

    /**
     * @param anchors whose signatures count
     * @param signedHost the host that the responses are signed for, without a port
     */
    ResponseVerifier(TrustAnchors anchors, String signedHost) {
        this.anchors = anchors;
        this.signedHost = signedHost;
    }

    /** What verification finds. */
    sealed interface Verification permits VerifiedResponse, SignatureFailure {}

    /** A response that the vendor signed. Nothing but verification makes one. */
    static final class VerifiedResponse implements Verification {

        private final int status;
        private final Instant date;
        private final byte[] body;

        private VerifiedResponse(int status, Instant date, byte[] body) {
            this.status = status;
            this.date = date;
            this.body = body;
        }

        /** The HTTP status. It is not under the signature, so it decides nothing that the signed body contradicts. */
        int status() {
            return status;
        }

        /** The signed time. */
        Instant date() {
            return date;
        }

        /** Whether there is no body. */
        boolean isEmpty() {
            return body.length == 0;
        }

        /**
         * The signed document.
         *
         * @throws MalformedDocument when the body is not one
         */
        JsonNode document() throws MalformedDocument {
            return StrictJson.readObject(body);
        }

        /**
         * The codes of a signed error, in the server's order; empty where it gives none.
         *
         * @throws MalformedDocument when the body is no JSON document
         */
        List<String> errorCodes() throws MalformedDocument {
            List<String> codes = new ArrayList<>();
            for (JsonNode error : document().path("errors")) {
                if (error.path("code").isTextual()) {
                    codes.add(error.path("code").textValue());
                }
            }
            return codes;
        }
    }

    Verification verify(RawResponse response) {
        // 1. One signature, of the one form, algorithm, account and coverage that count.
        List<String> signatures = response.all(SIGNATURE);
        if (signatures.isEmpty()) {
            return SignatureFailure.UNSIGNED;
        }
        Optional<ResponseSignature> parsed =
                signatures.size() == 1 ? ResponseSignature.parse(signatures.getFirst()) : Optional.empty();
        return parsed.map(signature -> verify(response, signature)).orElse(SignatureFailure.SIGNATURE_MALFORMED);
    }

    private Verification verify(RawResponse response, ResponseSignature signature) {
        if (!SignatureAlgorithm.ED25519.wireName().equals(signature.algorithm())) {
            return SignatureFailure.OTHER_ALGORITHM;
        }
        if (UUID.matcher(anchors.account()).matches() && !anchors.account().equalsIgnoreCase(signature.keyId())) {
            return SignatureFailure.OTHER_ACCOUNT;
        }
        if (!COVERED.equals(signature.headers())) {
            return SignatureFailure.OTHER_COVERAGE;
        }
        // 2. The digest that was signed is that of the bytes received.
        Optional<String> digest = signed(response, "Digest");
        if (digest.isEmpty()) {
            return SignatureFailure.DIGEST_MISSING;
        }
        if (!sameText(digest.get(), digestOf(response.body()))) {
            return SignatureFailure.DIGEST_MISMATCH;
        }
        // 3. A date; whether it is fresh is for others to say.
        return signed(response, "Date")
                .map(date -> verify(response, signature, date, digest.get()))
                .orElse(SignatureFailure.DATE_MISSING);
    }

    private Verification verify(RawResponse response, ResponseSignature signature, String date, String digest) {
        Optional<Instant> at = RawResponse.date(date);
        if (at.isEmpty()) {
            return SignatureFailure.DATE_MALFORMED;
        }
        // 4. The signature, by a key from the trust anchors, over what was asked and what came.
        String text = "(request-target): " + response.requestTarget() + "\nhost: " + signedHost + "\ndate: " + date
                + "\ndigest: " + digest;
        Optional<byte[]> bytes = signature.bytes();
        if (bytes.isEmpty()) {
            return SignatureFailure.SIGNATURE_MALFORMED;
        }
        try {
            anchors.verify(SignatureAlgorithm.ED25519, text.getBytes(StandardCharsets.UTF_8), bytes.get());
        } catch (SignatureMismatch mismatch) {
            return SignatureFailure.SIGNATURE_MISMATCH;
        }
        return new VerifiedResponse(response.status(), at.get(), response.body());
    }

    /** The signed form of a header: proxies rewrite Date, so the server sends it again under a name of its own. */
    private static Optional<String> signed(RawResponse response, String header) {
        List<String> own = response.all("Keygen-" + header);
        List<String> values = own.isEmpty() ? response.all(header) : own;
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static String digestOf(byte[] body) {
        return "sha-256=" + Base64.getEncoder().encodeToString(Sha256.of(body));
    }

    private static boolean sameText(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
