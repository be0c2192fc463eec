package com.optymyse.inspire.licensing.keygen;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a {@code Keygen-Signature} header.
 *
 * @param keyId the account that claims to have signed
 * @param algorithm how
 * @param signature the signature, in base64
 * @param headers what it covers, in this order
 */
record ResponseSignature(String keyId, String algorithm, String signature, String headers) {

    private static final Pattern PARAMETER = Pattern.compile("\\s*([a-z]+)=\"([^\"]*)\"\\s*(?:,|$)");

    /** Reads the header; empty when it is not of the form or lacks a part. */
    static Optional<ResponseSignature> parse(String header) {
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(header);
        int end = 0;
        while (end < header.length() && matcher.find(end) && matcher.start() == end) {
            if (parameters.put(matcher.group(1), matcher.group(2)) != null) {
                return Optional.empty();
            }
            end = matcher.end();
        }
        return end == header.length() ? of(parameters) : Optional.empty();
    }

    /** The signature's bytes; empty when they are not base64, or none. */
    Optional<byte[]> bytes() {
        try {
            byte[] bytes = Base64.getDecoder().decode(signature);
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<ResponseSignature> of(Map<String, String> parameters) {
        String keyId = parameters.get("keyid");
        String algorithm = parameters.get("algorithm");
        String signature = parameters.get("signature");
        String headers = parameters.get("headers");
        if (keyId == null || algorithm == null || signature == null || headers == null) {
            return Optional.empty();
        }
        return Optional.of(new ResponseSignature(keyId, algorithm, signature, headers));
    }
}
