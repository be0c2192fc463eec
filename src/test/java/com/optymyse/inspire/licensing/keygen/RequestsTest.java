package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void machine_holdsIdFingerprintAndLicense() throws Exception {
        JsonNode body = MAPPER.readTree(Requests.machine("m-1", "f-1", "l-1"));

        assertThat(body).isEqualTo(MAPPER.readTree("""
                {"data": {"type": "machines", "id": "m-1", "attributes": {"fingerprint": "f-1"},
                 "relationships": {"license": {"data": {"type": "licenses", "id": "l-1"}}}}}
                """));
    }

    @Test
    void checkOut_holdsTheOptions() throws Exception {
        JsonNode body = MAPPER.readTree(Requests.checkOut(Duration.ofDays(14), Optional.of("aes-256-gcm+ed25519")));

        assertThat(body).isEqualTo(MAPPER.readTree("""
                {"meta": {"encrypt": true, "ttl": 1209600, "include": ["license", "license.entitlements"],
                 "algorithm": "aes-256-gcm+ed25519"}}
                """));
    }

    @Test
    void checkOut_noAlgorithm_leavesTheOptionOut() throws Exception {
        JsonNode body = MAPPER.readTree(Requests.checkOut(Duration.ofDays(14), Optional.empty()));

        assertThat(body.path("meta").has("algorithm")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A-b_c.d:9", "..a", "f47ac10b-58cc-4372-a567-0e02b2c3d479"})
    void pathSegment_plain_staysAsItIs(String text) {
        assertThat(Requests.pathSegment(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a b", "a?b", "a#b", "%2F", "ä", "a\n", "a;b"})
    void pathSegment_notFitForAPath_isRefused(String text) {
        assertThatThrownBy(() -> Requests.pathSegment(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pathSegment_longerThan128_isRefused() {
        assertThat(Requests.pathSegment("a".repeat(128))).hasSize(128);
        assertThatThrownBy(() -> Requests.pathSegment("a".repeat(129))).isInstanceOf(IllegalArgumentException.class);
    }
}
