package com.optymyse.inspire.licensing.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.problem.Problem;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.OtherSettings;
import com.optymyse.inspire.licensing.testing.RawRequest;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Headers as long as tokens of people in hundreds of groups, longer ones, and one without end. */
@QuarkusTest
@TestProfile(OtherSettings.class)
@Tag("thorough")
class HeaderLimitComponentTest {

    private static final int LONGEST_TOKEN = 48 * 1024;
    private static final int LIMIT = 64 * 1024;

    @TestHTTPResource("/entitlements")
    URI entitlements;

    @TestHTTPResource("/ofrep/v1/evaluate/flags/LICENSED")
    URI flag;

    @Inject
    FreshInstallation installation;

    @BeforeEach
    void unlicensed() {
        installation.begin();
    }

    @ParameterizedTest
    @EnumSource
    void get_tokenOf48Kilobytes_accepted(Version version) throws Exception {
        HttpResponse<String> answer = send(get(version, LONGEST_TOKEN));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.version()).isEqualTo(version);
    }

    @ParameterizedTest
    @EnumSource
    void get_longerToken_problemThatNamesTheSetting(Version version) throws Exception {
        HttpResponse<String> answer = send(get(version, LIMIT + 100));

        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(answer.body()).contains("\"code\":\"headers-too-large\"", "quarkus.http.limits.max-header-size");
    }

    @Test
    void post_longerTokenToOfrep_answeredInItsForm() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(flag)
                .header("Authorization", "Bearer " + token(LIMIT + 100))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"context\":{}}"))
                .build();

        HttpResponse<String> answer = send(request);

        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(answer.body()).contains("\"key\":\"LICENSED\"", "\"errorCode\":\"GENERAL\"");
    }

    @Test
    void continuationFrames_withoutEnd_connectionIsClosed() {
        try (RawRequest flood = ContinuationFlood.begin(entitlements)) {
            assertThat(flood.readToTheEnd()).contains(ContinuationFlood.CALM_DOWN);
        }
    }

    private HttpRequest get(Version version, int length) {
        return HttpRequest.newBuilder(entitlements)
                .version(version)
                .header("Authorization", "Bearer " + token(length))
                .build();
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    /** A good token of this length, but for a few characters. */
    private static String token(int length) {
        int without = Tokens.token(Map.of("padding", "")).length();
        String token = Tokens.token(Map.of("padding", "x".repeat((length - without) * 3 / 4)));
        assertThat(token.length()).isBetween(length - 8, length);
        return token;
    }
}
