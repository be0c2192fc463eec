package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.activation.Answer;
import com.optymyse.inspire.licensing.activation.Answer.Cause;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerFaultTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204})
    void unsigned_claimsSuccess_isUntrusted(int status) {
        assertThat(unsigned(status, Map.of(), "{}").cause()).isEqualTo(Cause.UNTRUSTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|does not accept",
                "403|forbidden",
                "404|licensing.server.url",
                "429|too many requests",
                "500|out of order",
                "503|out of order"
            })
    void unsigned_claimsFault_isAnErrorThatSaysWhich(int status, String words) {
        Answer.Failed<Object> failed = unsigned(status, Map.of(), "{}");

        assertThat(failed.cause()).isEqualTo(Cause.ERROR);
        assertThat(failed.detail()).contains(words, String.valueOf(status));
    }

    @Test
    void unsigned_tooManyRequests_namesTheTimeToWait() {
        Map<String, List<String>> headers = Map.of("retry-after", List.of("30"));

        assertThat(unsigned(429, headers, "").detail()).contains("30 seconds");
    }

    @Test
    void unsigned_timeToWaitIsNoNumber_leavesItOut() {
        Map<String, List<String>> headers = Map.of("Retry-After", List.of("<script>"));

        assertThat(unsigned(429, headers, "").detail()).doesNotContain("script");
    }

    @ParameterizedTest
    @CsvSource({
        "https://elsewhere.example/v1/KEY?x, https://elsewhere.example",
        "/v1/other, another path",
        "not an address, an unreadable address"
    })
    void unsigned_redirect_namesSchemeAndHostAlone(String location, String named) {
        Answer.Failed<Object> failed = unsigned(301, Map.of("Location", List.of(location)), "");

        assertThat(failed.cause()).isEqualTo(Cause.ERROR);
        assertThat(failed.detail()).contains(named, "https").doesNotContain("KEY");
    }

    @Test
    void unsigned_webPage_saysSo() {
        assertThat(unsigned(200, Map.of(), "\n <html>").detail()).contains("web page");
        assertThat(unsigned(502, Map.of(), "<html>").detail()).contains("web page");
        assertThat(unsigned(200, Map.of(), "{}").detail()).doesNotContain("web page");
    }

    @Test
    void noVerdict_vendorsAccountInTrouble_sendsToTheVendor() {
        assertThat(ServerFault.noVerdict(402, List.of()).detail()).contains("402", "Ask the vendor");
        assertThat(ServerFault.noVerdict(403, List.of()).detail()).contains("403", "Ask the vendor");
    }

    @Test
    void noVerdict_codes_areNamed() {
        assertThat(ServerFault.noVerdict(422, List.of("ONE", "TWO")).detail()).contains("422 ONE, TWO");
    }

    private static Answer.Failed<Object> unsigned(int status, Map<String, List<String>> headers, String body) {
        return ServerFault.unsigned(new RawAnswer(status, "get /", headers, body.getBytes(StandardCharsets.UTF_8)));
    }
}
