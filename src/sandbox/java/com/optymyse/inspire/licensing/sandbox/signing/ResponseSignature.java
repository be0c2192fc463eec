package com.optymyse.inspire.licensing.sandbox.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Signs an answer over the request's target and host, the date, and the digest of the body. */
public final class ResponseSignature {

    /** The header that carries the signature. */
    public static final String HEADER = "Keygen-Signature";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String keyId;
    private final Signer signer;

    public ResponseSignature(String keyId, Signer signer) {
        this.keyId = keyId;
        this.signer = signer;
    }

    /**
     * What is signed beside date and body.
     *
     * @param method the request's method
     * @param target the request's path and query as sent
     * @param host the request's host without its port
     */
    public record Request(String method, String target, String host) {

        String signedTarget() {
            return method.toLowerCase(Locale.ROOT) + " " + target;
        }
    }

    /** The headers of a signed response: Date and Digest, both again where no proxy rewrites them, and the signature. */
    public Map<String, String> headers(Request request, SignatureScheme scheme, Instant now, byte[] body) {
        String date = HTTP_DATE.format(now);
        String digest = "sha-256=" + base64(Sha256.of(body));
        String text = String.join(
                "\n",
                "(request-target): " + request.signedTarget(),
                "host: " + request.host(),
                "date: " + date,
                "digest: " + digest);
        String signature = base64(signer.sign(scheme, text.getBytes(StandardCharsets.UTF_8)));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", date);
        headers.put("Digest", digest);
        headers.put("Keygen-Date", date);
        headers.put("Keygen-Digest", digest);
        headers.put(
                HEADER,
                String.join(
                        ", ",
                        parameter("keyid", keyId),
                        parameter("algorithm", scheme.wireName()),
                        parameter("signature", signature),
                        parameter("headers", "(request-target) host date digest")));
        return headers;
    }

    private static String parameter(String name, String value) {
        return name + "=\"" + value + "\"";
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
