package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.EnumWord;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CallResult.Cause;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerFaultTest {

    /** How the sentence begins, or goes on, that says what to do. */
    private static final String FIX = "[.] (Check|Try again|Set|Update|Ask|If the problem remains, tell|The service"
            + " does not follow redirects)\\b";

    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204})
    void unsigned_claimsSuccess_isUntrustedAndSaysWhatToCheck(int status) {
        CallResult.Failed<Object> failed = unsigned(status, Map.of(), "{}");

        assertThat(failed.cause()).isEqualTo(Cause.UNTRUSTED);
        assertThat(failed.detail())
                .contains("https://licensing.example.com", "the vendor's signature", "removes headers")
                .containsPattern(FIX)
                .doesNotContain("web page");
        assertThat(failed.values()).isEqualTo(Map.of("host", "licensing.example.com", "cause", "unsigned"));
    }

    /** A login portal of the network, mostly. */
    @Test
    void unsigned_webPageThatClaimsSuccess_isUntrustedAndSaysWhomToAsk() {
        CallResult.Failed<Object> failed = unsigned(200, Map.of(), "\n <html>");

        assertThat(failed.cause()).isEqualTo(Cause.UNTRUSTED);
        assertThat(failed.detail())
                .contains(
                        "https://licensing.example.com",
                        "a web page",
                        "Ask the administrator of the network to" + " allow this server")
                .doesNotContain("licensing.server.url");
        assertThat(failed.values()).isEqualTo(Map.of("host", "licensing.example.com", "cause", "web-page"));
    }

    @ParameterizedTest
    @EnumSource
    void untrusted_eachFailure_isNamed(SignatureFailure failure) {
        CallResult.Failed<Object> failed = ServerFault.untrusted(failure);

        assertThat(failed.detail()).contains(failure.reason());
        assertThat(failed.values()).isEqualTo(Map.of("cause", EnumWord.of(failure)));
        assertThat(ServerFault.untrusted("it is about another license").values())
                .isEqualTo(Map.of("cause", "other-answer"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|refuses the request",
                "403|forbids the access",
                "404|licensing.server.url",
                "407|user and password",
                "511|login portal",
                "500|reports an error",
                "503|reports an error"
            })
    void unsigned_claimsFault_isAnErrorThatSaysWhich(int status, String words) {
        CallResult.Failed<Object> failed = unsigned(status, Map.of(), "{}");

        assertThat(failed.cause()).isEqualTo(Cause.ERROR);
        assertThat(failed.detail())
                .contains(words, String.valueOf(status))
                .containsPattern(FIX)
                .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"429, 25, PT25S", "429, 3600, PT1H", "503, 25, PT25S", "429, <script>, PT1M"})
    void unsigned_askedToWait_isBusyForThatTime(int status, String retryAfter, Duration pause) {
        CallResult.Failed<Object> failed = unsigned(status, Map.of("retry-after", List.of(retryAfter)), "");

        assertThat(failed.cause()).isEqualTo(Cause.BUSY);
        assertThat(failed.pause()).isEqualTo(pause);
        assertThat(failed.detail()).contains(String.valueOf(status)).doesNotContain("script");
    }

    @Test
    void unsigned_tooManyRequestsAndNoTime_isBusyForAMinute() {
        assertThat(unsigned(429, Map.of(), "").pause()).isEqualTo(Duration.ofMinutes(1));
    }

    /** Without a time it is a server that is out of order, which is asked again with growing pauses. */
    @ParameterizedTest
    @ValueSource(strings = {"", "soon"})
    void unsigned_unavailableWithoutATime_isNotBusy(String retryAfter) {
        assertThat(unsigned(503, Map.of("Retry-After", List.of(retryAfter)), "").cause())
                .isEqualTo(Cause.ERROR);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://licensing.example.com/v2 | Set licensing.server.url to the address at which it answers",
                "/v2                              | Check the path in licensing.server.url",
                "https://login.example.net/       | login portal"
            })
    void unsigned_redirect_advisesWhatFits(String location, String advice) {
        assertThat(unsigned(302, Map.of("Location", List.of(location)), "").detail())
                .contains(advice);
    }

    @ParameterizedTest
    @CsvSource({
        "https://elsewhere.example/v1/KEY?x, https://elsewhere.example",
        "/v1/other, another path",
        "not an address, another path"
    })
    void unsigned_redirect_namesSchemeAndHostAlone(String location, String named) {
        CallResult.Failed<Object> failed = unsigned(301, Map.of("Location", List.of(location)), "");

        assertThat(failed.cause()).isEqualTo(Cause.ERROR);
        assertThat(failed.detail()).contains(named).doesNotContain("KEY");
    }

    @Test
    void unsigned_faultAsAWebPage_saysSo() {
        assertThat(unsigned(502, Map.of(), "<html>").detail()).contains("web page");
        assertThat(unsigned(502, Map.of(), "{}").detail()).doesNotContain("web page");
    }

    @Test
    void signedAndOfNoUse_saysWhatToDo() {
        assertThat(ServerFault.noVerdict(500, List.of()).detail()).containsPattern(FIX);
        assertThat(ServerFault.noVerdict(422, List.of()).detail()).containsPattern(FIX);
        assertThat(ServerFault.notUnderstood(200).detail()).containsPattern(FIX);
        assertThat(ServerFault.untrusted("it is about another license").detail())
                .containsPattern(FIX);
    }

    @Test
    void noVerdict_vendorsAccountInTrouble_sendsToTheVendor() {
        assertThat(ServerFault.noVerdict(402, List.of()).detail())
                .contains("does not serve the vendor's account", "402");
        assertThat(ServerFault.noVerdict(403, List.of()).detail()).contains("without saying why", "403");
        assertThat(ServerFault.noVerdict(403, List.of("NEW_IN_2030")).detail())
                .contains("says nothing about the license");
    }

    @Test
    void noVerdict_errorOfTheServer_asksToTryAgain() {
        assertThat(ServerFault.noVerdict(499, List.of()).detail()).contains("says nothing about the license");
        assertThat(ServerFault.noVerdict(500, List.of()).detail()).contains("an error of its own (500)", "Try again");
    }

    @Test
    void noVerdict_codes_areNamed() {
        assertThat(ServerFault.noVerdict(422, List.of("ONE", "TWO")).detail()).contains("422 ONE, TWO");
    }

    private static CallResult.Failed<Object> unsigned(int status, Map<String, List<String>> headers, String body) {
        return ServerFault.unsigned(
                new RawResponse(status, "get /", headers, body.getBytes(StandardCharsets.UTF_8)),
                URI.create("https://licensing.example.com"),
                NOW);
    }
}
