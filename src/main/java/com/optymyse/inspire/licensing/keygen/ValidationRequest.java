package com.optymyse.inspire.licensing.keygen;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.certificate.LicenseObject;
import com.optymyse.inspire.licensing.certificate.MalformedDocument;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.VerifiedResponse;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * "Is this key good for this installation?" The licensing server's signature does not cover what it was asked, so its
 * response counts only when it repeats all of it.
 *
 * @param key the key
 * @param nonce a number that no other request has; small enough to be one in every JSON library
 * @param fingerprint the installation
 * @param product the product that the license must be for
 */
record ValidationRequest(LicenseKey key, long nonce, String fingerprint, String product) {

    /** Integers below this are the same in every JSON library. */
    static final long NONCE_BOUND = 1L << 53;

    ValidationRequest {
        if (nonce <= 0 || nonce >= NONCE_BOUND) {
            throw new IllegalArgumentException("A nonce is a positive integer below 2^53.");
        }
        Requests.pathSegment(fingerprint);
    }

    /** The body of the request. */
    byte[] body() {
        Map<String, ?> scope = Map.of("fingerprint", fingerprint, "product", product);
        return Requests.write(Map.of("meta", Map.of("key", key.value(), "nonce", nonce, "scope", scope)));
    }

    /** Reads the response. If it repeats the nonce, {@code time} is set from it. */
    CallResult<ValidationResult> read(VerifiedResponse response, ServerTime time) throws MalformedDocument {
        if (response.status() != 200) {
            return ServerFault.noVerdict(response.status(), response.errorCodes());
        }
        JsonNode document = response.document();
        JsonNode meta = document.path("meta");
        if (!meta.path("nonce").isIntegralNumber() || meta.path("nonce").longValue() != nonce) {
            return ServerFault.untrusted("it does not repeat the nonce of the request");
        }
        time.seen(response.date());
        if (!isText(meta.path("scope").path("fingerprint"), fingerprint)
                || !isText(meta.path("scope").path("product"), product)) {
            return ServerFault.untrusted("it does not repeat the fingerprint and product that were asked about");
        }
        return read(response, meta, license(document.path("data")));
    }

    private CallResult<ValidationResult> read(VerifiedResponse response, JsonNode meta, @Nullable License license) {
        if (license != null && !key.equals(license.key())) {
            return ServerFault.untrusted("it describes the license of another key");
        }
        JsonNode code = meta.path("code");
        if (!code.isTextual()
                || code.textValue().isBlank()
                || !meta.path("valid").isBoolean()) {
            return ServerFault.notUnderstood(response.status());
        }
        Outcome outcome =
                ValidationCode.outcome(code.textValue(), meta.path("valid").booleanValue());
        if (license == null && !outcome.equals(new Outcome.Against(new Verdict.Unknown()))) {
            return ServerFault.notUnderstood(response.status());
        }
        return new CallResult.Signed<>(new ValidationResult(outcome, license), response.date());
    }

    private static @Nullable License license(JsonNode data) throws MalformedDocument {
        return data.isNull() || data.isMissingNode()
                ? null
                : LicenseObject.of(data).license();
    }

    private static boolean isText(JsonNode node, String expected) {
        return node.isTextual() && node.textValue().equals(expected);
    }
}
