package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CallResult.Cause;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationRequestTest {

    private static final Instant DATE = Instant.parse("2026-11-23T10:00:00Z");
    private static final String GOOD = """
            {"data": {
               "type": "licenses",
               "id": "l-1",
               "attributes": {"key": "KEY-1", "name": "Enterprise", "expiry": null, "status": "ACTIVE", "metadata": {}},
               "relationships": {
                 "account": {"data": {"type": "accounts", "id": "a-1"}},
                 "product": {"data": {"type": "products", "id": "p-1"}}}},
             "meta": {"valid": true, "code": "VALID", "nonce": 42, "scope": {"fingerprint": "f-1", "product": "p-1"}}}
            """;
    private static final String UNKNOWN = """
            {"data": null, "meta": {"valid": false, "code": "NOT_FOUND", "nonce": 42,
             "scope": {"fingerprint": "f-1", "product": "p-1"}}}
            """;

    private final ValidationRequest question = new ValidationRequest(new LicenseKey("KEY-1"), 42, "f-1", "p-1");
    private final TestVendor vendor = new TestVendor();
    private final ServerTime time = new ServerTime(Clock.fixed(DATE.plusSeconds(86_400), ZoneOffset.UTC), () -> 0);

    @Test
    void body_holdsKeyNonceAndScope() throws Exception {
        assertThat(new JsonMapper().readTree(question.body())).isEqualTo(new JsonMapper().readTree("""
                {"meta": {"key": "KEY-1", "nonce": 42, "scope": {"fingerprint": "f-1", "product": "p-1"}}}
                """));
    }

    @Test
    void toString_hidesTheKey() {
        assertThat(question.toString()).doesNotContain("KEY-1");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, ValidationRequest.NONCE_BOUND})
    void question_nonceThatOthersMayChange_isRefused(long nonce) {
        LicenseKey key = new LicenseKey("KEY-1");

        assertThatThrownBy(() -> new ValidationRequest(key, nonce, "f-1", "p-1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void read_everythingRepeated_isSigned() {
        CallResult<ValidationResult> response = read(200, GOOD);

        assertThat(response).isInstanceOf(CallResult.Signed.class);
        CallResult.Signed<ValidationResult> signed = (CallResult.Signed<ValidationResult>) response;
        assertThat(signed.at()).isEqualTo(DATE);
        assertThat(signed.value().outcome()).isEqualTo(new Outcome.Good());
        assertThat(signed.value().license()).hasFieldOrPropertyWithValue("id", "l-1");
    }

    @Test
    void read_unknownKey_hasNoLicense() {
        ValidationResult unknown = new ValidationResult(new Outcome.Against(new Verdict.Unknown()), null);

        assertThat(read(200, UNKNOWN)).isEqualTo(new CallResult.Signed<>(unknown, DATE));
    }

    @Test
    void read_nonceRepeated_tellsTheServersTimeWhateverTheClock() {
        read(200, GOOD);

        assertThat(time.objectionTo(DATE)).isEmpty();
    }

    @Test
    void read_otherNonce_tellsNoTime() {
        read(200, GOOD.replace("42", "43"));

        assertThat(time.objectionTo(DATE)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "\"nonce\": 42|\"nonce\": 43",
                "\"nonce\": 42|\"nonce\": \"42\"",
                "\"nonce\": 42|\"nonce\": 42.0",
                "\"nonce\": 42|\"other\": 42",
                "\"fingerprint\": \"f-1\"|\"fingerprint\": \"f-2\"",
                "\"fingerprint\": \"f-1\"|\"fingerprint\": [\"f-1\"]",
                "\"fingerprint\": \"f-1\"|\"other\": \"f-1\"",
                "\"product\": \"p-1\"}}|\"product\": \"p-2\"}}",
                "\"scope\": {|\"other\": {",
                "\"key\": \"KEY-1\"|\"key\": \"KEY-2\"",
                "\"key\": \"KEY-1\"|\"other\": \"KEY-1\""
            })
    void read_answerToAnotherQuestion_isUntrusted(String right, String wrong) {
        assertThat(failure(200, GOOD.replace(right, wrong)).cause()).isEqualTo(Cause.UNTRUSTED);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "\"valid\": true|\"valid\": \"true\"",
                "\"valid\": true|\"other\": true",
                "\"code\": \"VALID\"|\"constant\": \"VALID\"",
                "\"code\": \"VALID\"|\"code\": \" \"",
                "\"licenses\"|\"machines\"",
                "\"expiry\": null|\"expiry\": 5",
                "\"data\": {|\"other\": {"
            })
    void read_notInItsForm_isAnError(String right, String wrong) {
        assertThat(failure(200, GOOD.replaceFirst(Pattern.quote(right), wrong)).cause())
                .isEqualTo(Cause.ERROR);
    }

    @ParameterizedTest
    @CsvSource({"400,", "402,", "403,", "403, LICENSE_SUSPENDED", "422, X", "500,"})
    void read_signedError_isNoVerdict(int status, String code) {
        String body = "{\"errors\": [{" + (code == null ? "" : "\"code\": \"" + code + "\"") + "}]}";

        assertThat(failure(status, body).cause()).isEqualTo(Cause.ERROR);
    }

    private CallResult<ValidationResult> read(int status, String body) {
        return ResponseParser.<ValidationResult>by(response -> question.read(response, time))
                .apply(new CallResult.Signed<>(vendor.verified(status, DATE, body), DATE));
    }

    private CallResult.Failed<ValidationResult> failure(int status, String body) {
        CallResult<ValidationResult> response = read(status, body);
        assertThat(response).isInstanceOf(CallResult.Failed.class);
        return (CallResult.Failed<ValidationResult>) response;
    }
}
