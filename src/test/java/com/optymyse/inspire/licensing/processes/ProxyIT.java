package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens as long as those of people in hundreds of groups, through the proxy as it is shipped. */
@Tag("thorough")
class ProxyIT {

    private static final int LONGEST_TOKEN = 48 * 1024;
    private static final int LIMIT_OF_THE_SERVICE = 64 * 1024;
    private static final int LIMIT_OF_THE_PROXY = 120 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Premises premises;
    private static Nginx proxy;
    private static HttpClient client;

    @BeforeAll
    static void start() throws IOException {
        premises = Premises.of(ProxyIT.class);
        proxy = Nginx.inFrontOf(
                premises.start().api(),
                Path.of("target", "processes", ProxyIT.class.getSimpleName()).toAbsolutePath());
        client = HttpClient.newBuilder().sslContext(proxy.trust()).build();
    }

    @AfterAll
    static void stop() {
        client.close();
        proxy.close();
        premises.close();
    }

    @ParameterizedTest
    @EnumSource
    void entitlements_tokenOf48Kilobytes_answered(Version version) throws Exception {
        HttpResponse<String> answer = ask(version, LONGEST_TOKEN);

        assertThat(answer.version()).isEqualTo(version);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("licensed").asBoolean(true))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void entitlements_tokenLongerThanTheServiceAccepts_problemOfTheService(Version version) throws Exception {
        assertThat(refused(ask(version, LIMIT_OF_THE_SERVICE)).path("detail").asText())
                .contains("quarkus.http.limits.max-header-size");
    }

    /** Over HTTP/2 nginx closes the connection instead. */
    @Test
    void entitlements_tokenLongerThanTheProxyAccepts_theSameProblem() throws Exception {
        assertThat(refused(ask(Version.HTTP_1_1, LIMIT_OF_THE_PROXY)))
                .isEqualTo(refused(ask(Version.HTTP_1_1, LIMIT_OF_THE_SERVICE)));
    }

    private static JsonNode refused(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(431);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> ask(Version version, int length) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(proxy.url().resolve("/entitlements"))
                .version(version)
                .header("Authorization", "Bearer " + premises.token(length))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
