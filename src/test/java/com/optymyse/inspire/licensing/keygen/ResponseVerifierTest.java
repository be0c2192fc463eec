package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.keygen.ResponseVerifier.Verification;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.VerifiedResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseVerifierTest {

    private static final Instant DATE = Instant.parse("2026-11-23T10:00:00Z");
    private static final String TARGET = "post /v1/accounts/a/machines?x=%5B1%5D";
    private static final byte[] BODY = "{\"data\":{}}".getBytes(StandardCharsets.UTF_8);

    private final TestVendor vendor = new TestVendor();
    private final ResponseVerifier verifier = new ResponseVerifier(vendor.anchors(), TestVendor.HOST);
    private final Map<String, List<String>> headers = vendor.headers(TARGET, TestVendor.HOST, DATE, BODY);

    @Test
    void verify_signedByVendor_isVerified() throws Exception {
        Verification verification = verify(BODY);

        assertThat(verification).isInstanceOf(VerifiedResponse.class);
        VerifiedResponse verified = (VerifiedResponse) verification;
        assertThat(verified.status()).isEqualTo(201);
        assertThat(verified.date()).isEqualTo(DATE);
        assertThat(verified.isEmpty()).isFalse();
        assertThat(verified.document().has("data")).isTrue();
    }

    @Test
    void verify_emptyBody_isVerified() {
        byte[] nothing = {};
        headers.putAll(vendor.headers(TARGET, TestVendor.HOST, DATE, nothing));

        Verification verification = verify(nothing);

        assertThat(verification).isInstanceOf(VerifiedResponse.class);
        assertThat(((VerifiedResponse) verification).isEmpty()).isTrue();
    }

    @Test
    void verify_noSignature_isUnsigned() {
        headers.remove("Keygen-Signature");

        assertThat(verify(BODY)).isEqualTo(SignatureFailure.UNSIGNED);
    }

    @Test
    void verify_twoSignatures_isMalformed() {
        headers.put("Keygen-Signature", List.of(signature(), signature()));

        assertThat(verify(BODY)).isEqualTo(SignatureFailure.SIGNATURE_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "keyid=\"a\"",
                "keyid=\"a\", algorithm=\"ed25519\", signature=\"\"",
                "keyid=\"a\", keyid=\"b\", algorithm=\"ed25519\", signature=\"\", headers=\"h\"",
                "keyid=\"a\", algorithm=\"ed25519\", signature=\"\", headers=\"h\" trailing"
            })
    void verify_unreadableSignatureHeader_isMalformed(String header) {
        headers.put("Keygen-Signature", List.of(header));

        assertThat(verify(BODY)).isEqualTo(SignatureFailure.SIGNATURE_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!"})
    void verify_noSignatureBytes_isMalformed(String bytes) {
        headers.put(
                "Keygen-Signature",
                List.of(signature().replaceFirst("signature=\"[^\"]+\"", "signature=\"" + bytes + "\"")));

        assertThat(verify(BODY)).isEqualTo(SignatureFailure.SIGNATURE_MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "ed25519, rsa-sha256, OTHER_ALGORITHM",
        TestVendor.ACCOUNT + ", 99999999-9999-4999-8999-999999999999, OTHER_ACCOUNT",
        "(request-target) host date digest, date digest, OTHER_COVERAGE",
        "(request-target) host date digest, host (request-target) date digest, OTHER_COVERAGE"
    })
    void verify_otherSignatureParameter_isRefused(String right, String wrong, SignatureFailure failure) {
        headers.put("Keygen-Signature", List.of(signature().replace(right, wrong)));

        assertThat(verify(BODY)).isEqualTo(failure);
    }

    @Test
    void verify_accountKnownByNameOnly_acceptsAnyKeyId() {
        ResponseVerifier byName = new ResponseVerifier(vendor.anchors("demo"), TestVendor.HOST);

        assertThat(byName.verify(new RawResponse(200, TARGET, headers, BODY))).isInstanceOf(VerifiedResponse.class);
    }

    @ParameterizedTest
    @CsvSource({"Digest, DIGEST_MISSING", "Date, DATE_MISSING"})
    void verify_signedHeaderAbsent_isRefused(String header, SignatureFailure failure) {
        headers.remove(header);

        assertThat(verify(BODY)).isEqualTo(failure);
    }

    @ParameterizedTest
    @CsvSource({"Digest, DIGEST_MISSING", "Date, DATE_MISSING"})
    void verify_signedHeaderTwice_isRefused(String header, SignatureFailure failure) {
        String value = headers.get(header).getFirst();
        headers.put(header, List.of(value, value));

        assertThat(verify(BODY)).isEqualTo(failure);
    }

    @Test
    void verify_dateUnreadable_isRefused() {
        headers.put("Date", List.of("yesterday"));

        assertThat(verify(BODY)).isEqualTo(SignatureFailure.DATE_MALFORMED);
    }

    @Test
    void verify_eachByteOfBodyFlipped_isDigestMismatch() {
        for (int i = 0; i < BODY.length; i++) {
            byte[] tampered = BODY.clone();
            tampered[i] ^= 1;

            assertThat(verify(tampered)).isEqualTo(SignatureFailure.DIGEST_MISMATCH);
        }
    }

    @Test
    void verify_bodyAndDigestChanged_isSignatureMismatch() {
        byte[] other = "{}".getBytes(StandardCharsets.UTF_8);
        headers.put("Digest", List.of(TestVendor.digest(other)));

        assertThat(verify(other)).isEqualTo(SignatureFailure.SIGNATURE_MISMATCH);
    }

    @Test
    void verify_dateChanged_isSignatureMismatch() {
        headers.put("Date", List.of("Mon, 23 Nov 2026 10:00:01 GMT"));

        assertThat(verify(BODY)).isEqualTo(SignatureFailure.SIGNATURE_MISMATCH);
    }

    @Test
    void verify_dateAndDigestRewrittenByProxy_usesTheServersOwnHeaders() {
        headers.put("Keygen-Date", headers.put("Date", List.of("Mon, 23 Nov 2026 10:00:07 GMT")));
        headers.put("Keygen-Digest", headers.put("Digest", List.of("sha-256=rewritten")));

        Verification verification = verify(BODY);

        assertThat(verification).isInstanceOf(VerifiedResponse.class);
        assertThat(((VerifiedResponse) verification).date()).isEqualTo(DATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "post /v1/accounts/a/machines",
                "get /v1/accounts/a/machines?x=%5B1%5D",
                "post /v1/accounts/a/machines?x=[1]"
            })
    void verify_answerToAnotherRequest_isSignatureMismatch(String otherTarget) {
        RawResponse response = new RawResponse(201, otherTarget, headers, BODY);

        assertThat(verifier.verify(response)).isEqualTo(SignatureFailure.SIGNATURE_MISMATCH);
    }

    @Test
    void verify_signedForAnotherHost_isSignatureMismatch() {
        headers.putAll(vendor.headers(TARGET, "other.example.com", DATE, BODY));

        assertThat(verify(BODY)).isEqualTo(SignatureFailure.SIGNATURE_MISMATCH);
    }

    @Test
    void verify_signedByAnotherVendor_isSignatureMismatch() {
        headers.putAll(new TestVendor().headers(TARGET, TestVendor.HOST, DATE, BODY));

        assertThat(verify(BODY)).isEqualTo(SignatureFailure.SIGNATURE_MISMATCH);
    }

    private Verification verify(byte[] body) {
        return verifier.verify(new RawResponse(201, TARGET, headers, body));
    }

    private String signature() {
        return headers.get("Keygen-Signature").getFirst();
    }
}
