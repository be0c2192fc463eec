package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.certificate.CertificateKind;
import com.optymyse.inspire.licensing.certificate.OfflineFiles;
import com.optymyse.inspire.licensing.certificate.SignatureAlgorithm;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.certificate.VendorKey;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.Verification;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.VerifiedResponse;
import com.optymyse.inspire.licensing.testing.SharedFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP messages that a real licensing server signed, against its real public key. */
class SignedMessagesTest {

    private static final String ACCOUNT = "1fddcec8-8dd3-4d8d-9b16-215cac0f9b52";
    private static final String VALIDATE_BY_ID =
            "post /v1/accounts/" + ACCOUNT + "/licenses/218810ed-2ac8-4c26-a725-a6da67500561/actions/validate";
    private static final String HOST = "api.keygen.sh";
    private static final TrustAnchors ANCHORS = new TrustAnchors(
            List.of(VendorKey.parse("e8601e48b69383ba520245fd07971e983d06d22c4257cfd82304601479cee788")),
            ACCOUNT,
            "ef6e0993-70d6-42c4-a0e8-846cb2e3fa54",
            Set.of(SignatureAlgorithm.ED25519),
            OfflineFiles.of(Set.of(CertificateKind.MACHINE)),
            TrustAnchors.Origin.CONFIGURED);

    @ParameterizedTest
    @CsvSource({
        "go-readme-response-1.json, get /v1/accounts/" + ACCOUNT + "/me, 2022-06-15T18:52:14Z",
        "go-readme-response-2.json, post /v1/accounts/demo/licenses/actions/validate-key, 2023-02-09T21:20:13Z",
        "go-readme-response-3.json, " + VALIDATE_BY_ID + ", 2022-06-15T18:52:16Z"
    })
    void verify_realAnswer_isVerifiedForItsRequestAlone(String file, String target, Instant date) {
        assertThat(verify(file, target, HOST))
                .isInstanceOfSatisfying(
                        VerifiedResponse.class,
                        verified -> assertThat(verified.date()).isEqualTo(date));
        assertThat(verify(file, target + "/", HOST)).isEqualTo(SignatureFailure.SIGNATURE_MISMATCH);
        assertThat(verify(file, target, "api.keygen.sh:443")).isEqualTo(SignatureFailure.SIGNATURE_MISMATCH);
    }

    @Test
    void verify_realAnswerToAnotherCall_isSignatureMismatch() {
        assertThat(verify("go-readme-response-2.json", VALIDATE_BY_ID, HOST))
                .isEqualTo(SignatureFailure.SIGNATURE_MISMATCH);
    }

    @Test
    void verify_realAnswerEditedByHand_isDigestMismatch() {
        assertThat(verify("go-readme-response-4.json", VALIDATE_BY_ID, HOST))
                .isEqualTo(SignatureFailure.DIGEST_MISMATCH);
    }

    @Test
    void verify_realWebhook_isVerified() {
        String host = "5173-2600-1700-3e90-a450-533-a11e-339-f87b.ngrok.io";

        assertThat(verify("go-test-webhook.json", "post /webhooks", host)).isInstanceOf(VerifiedResponse.class);
    }

    private static Verification verify(String file, String target, String host) {
        JsonNode message = SharedFiles.VECTORS.json(file);
        Map<String, List<String>> headers = new HashMap<>();
        message.path("headers")
                .properties()
                .forEach(header ->
                        headers.put(header.getKey(), List.of(header.getValue().textValue())));
        byte[] body = message.path("body").textValue().getBytes(StandardCharsets.UTF_8);
        return new ResponseVerifier(ANCHORS, host).verify(new RawResponse(200, target, headers, body));
    }
}
