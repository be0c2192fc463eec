package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens as long as those of people in hundreds of groups, through the proxy as it is shipped; and answers through a cache. */
@Tag("thorough")
class ProxyIT {

    private static final int LONGEST_TOKEN = 48 * 1024;
    private static final int LIMIT_OF_THE_SERVICE = 64 * 1024;
    private static final int LIMIT_OF_THE_PROXY = 120 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Path FOLDER =
            Path.of("target", "processes", ProxyIT.class.getSimpleName()).toAbsolutePath();

    private static Premises premises;
    private static Replica service;
    private static Nginx proxy;
    private static HttpClient client;

    @BeforeAll
    static void start() throws IOException {
        premises = Premises.of(ProxyIT.class);
        service = premises.start();
        proxy = Nginx.inFrontOf(service.api(), FOLDER);
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

    /** A cache would give one client's form to another, if the answer did not say what it depends on. */
    @Test
    void entitlements_gzipAndIdentityThroughACache_eachGetsItsForm() throws Exception {
        try (Nginx cache = Nginx.caching(service.api(), FOLDER.resolve("cache"))) {
            HttpResponse<byte[]> compressed = ask(cache, "gzip", "");
            HttpResponse<byte[]> plain = ask(cache, "identity", "");

            for (int time = 0; time < 2; time++) {
                HttpResponse<byte[]> compressedAgain = ask(cache, "gzip", "");
                HttpResponse<byte[]> plainAgain = ask(cache, "identity", "");
                assertThat(header(compressedAgain, "X-Cache")).isEqualTo("HIT");
                assertThat(header(plainAgain, "X-Cache")).isEqualTo("HIT");
                assertThat(compressedAgain.body()).isEqualTo(compressed.body());
                assertThat(plainAgain.body()).isEqualTo(plain.body());
            }
            assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
            assertThat(header(plain, "Content-Encoding")).isEmpty();
            assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
                    .isEqualTo(plain.body());
            String tag = header(plain, "ETag");
            assertThat(header(compressed, "ETag")).isEqualTo("W/" + tag);
            for (String encoding : List.of("gzip", "identity")) {
                assertThat(ask(cache, encoding, tag).statusCode()).isEqualTo(304);
                assertThat(ask(cache, encoding, "W/" + tag).statusCode()).isEqualTo(304);
            }
        }
    }

    private static HttpResponse<byte[]> ask(Nginx cache, String encoding, String known) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(cache.plain().resolve("/entitlements"))
                .header("Authorization", "Bearer " + premises.token())
                .header("Accept-Encoding", encoding);
        if (!known.isEmpty()) {
            request.header("If-None-Match", known);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
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
