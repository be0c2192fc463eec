package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.optymyse.inspire.licensing.processes.HangingReplica.Habit;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The proxy as it is shipped, before replicas that are well, that hang up and that are not there; and a cache. */
@Tag("thorough")
class ProxyIT {

    private static final int LONGEST_TOKEN = 48 * 1024;
    private static final int LIMIT_OF_THE_SERVICE = 64 * 1024;
    private static final int LIMIT_OF_THE_PROXY = 120 * 1024;
    private static final String HERE = "127.0.0.1";
    private static final String NEXT = "127.0.0.2";
    private static final String FLAGS = "/ofrep/v1/evaluate/flags";
    private static final int TIMES = 16;
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Path FOLDER =
            Path.of("target", "processes", ProxyIT.class.getSimpleName()).toAbsolutePath();

    private static Premises premises;
    private static Replica service;
    private static NameServer names;
    private static Haproxy proxy;
    private static HttpClient client;

    @BeforeAll
    static void start() throws IOException {
        premises = Premises.of(ProxyIT.class);
        service = premises.start();
        names = new NameServer().tell(Haproxy.FIRST, HERE).tell(Haproxy.SECOND, HERE);
        proxy = inFrontOf(names, "proxy", Map.of());
        client = clientOf(proxy);
        awaitFound(client, proxy);
    }

    @AfterAll
    static void stop() {
        client.close();
        proxy.close();
        names.close();
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

    /** The proxy gives up while it reads, before there is a request that it could answer in our words. */
    @Test
    void entitlements_tokenLongerThanTheProxyAccepts_refusedBeforeItIsARequest() throws Exception {
        assertThat(ask(Version.HTTP_1_1, LIMIT_OF_THE_PROXY).statusCode()).isEqualTo(400);
        assertThatThrownBy(() -> ask(Version.HTTP_2, LIMIT_OF_THE_PROXY)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource
    void stream_change_arrivesAlone(Version version) throws Exception {
        HttpRequest request =
                request(proxy, "/entitlements/stream").version(version).build();
        HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            Iterator<String> events =
                    lines.filter(line -> line.startsWith("data:")).iterator();
            assertThat(answer.version()).isEqualTo(version);

            // What comes later is not yet made when the former one is here.
            assertThat(licensed(events)).isFalse();
            assertThat(service.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
            assertThat(licensed(events)).isTrue();
            assertThat(service.post("/license/deactivate").status()).isEqualTo(200);
            assertThat(licensed(events)).isFalse();
        }
    }

    private static boolean licensed(Iterator<String> events) {
        CompletableFuture<String> next = CompletableFuture.supplyAsync(events::next);
        String event = next.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
        return new JsonObject(event.substring("data:".length())).getBoolean("licensed");
    }

    /** Asking changes nothing, so it is asked again; also by a POST, where OpenFeature asks by one. */
    @ParameterizedTest
    @EnumSource
    void question_replicaHangsUp_otherAnswers(Version version) throws Exception {
        try (NameServer both = new NameServer().tell(Haproxy.FIRST, HERE).tell(Haproxy.SECOND, NEXT);
                HangingReplica hanging = hanging(Habit.HANG_UP);
                Haproxy before = inFrontOf(both, "hangs-up", Map.of());
                HttpClient caller = clientOf(before)) {
            awaitFound(caller, before);
            await().atMost(LONGEST).until(() -> {
                assertThat(get(caller, version, before)).isEqualTo(200);
                return !hanging.arrived().isEmpty();
            });

            for (int time = 0; time < TIMES; time++) {
                assertThat(get(caller, version, before)).isEqualTo(200);
                assertThat(post(caller, version, before, FLAGS, "question-" + time)
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(hanging.arrived()).anyMatch(id -> id.startsWith("question-"));
        }
    }

    /**
     * Nobody knows whether it was done. Between two operations a question uses the client's connection, because on a used one
     * a proxy likes to hang up in turn, which makes clients send the same again.
     */
    @ParameterizedTest
    @EnumSource
    void operation_replicaHangsUp_sentOnceAnd502(Version version) throws Exception {
        try (NameServer both = new NameServer().tell(Haproxy.FIRST, HERE).tell(Haproxy.SECOND, NEXT);
                HangingReplica hanging = hanging(Habit.HANG_UP);
                Haproxy before = inFrontOf(both, "operations", Map.of());
                HttpClient caller = clientOf(before)) {
            awaitFound(caller, before);
            await().atMost(LONGEST).until(() -> {
                get(caller, version, before);
                return !hanging.arrived().isEmpty();
            });

            List<String> lost = new ArrayList<>();
            for (int time = 0; time < TIMES; time++) {
                assertThat(get(caller, version, before)).isEqualTo(200);
                String id = "operation-" + time;
                HttpResponse<String> answer = post(caller, version, before, "/license/revalidate", id);
                if (hanging.arrived().contains(id)) {
                    lost.add(id);
                    problem(answer, 502, "answer-lost", id);
                } else {
                    assertThat(answer.statusCode()).isEqualTo(409);
                }
            }

            assertThat(lost).hasSizeBetween(1, TIMES - 1);
            assertThat(hanging.arrived().stream().filter(id -> id.startsWith("operation-")))
                    .isEqualTo(lost);
        }
    }

    @Test
    void operation_replicaThatKeepsSilent_504() throws Exception {
        try (NameServer both = new NameServer().tell(Haproxy.FIRST, NEXT).tell(Haproxy.SECOND, NEXT);
                HangingReplica silent = hanging(Habit.KEEP_SILENT);
                Haproxy before = inFrontOf(both, "silent", Map.of("timeout server 30s", "timeout server 1s"));
                HttpClient caller = clientOf(before)) {
            awaitFound(caller, before);

            problem(
                    post(caller, Version.HTTP_2, before, "/license/revalidate", "silent-1"),
                    504,
                    "no-answer-in-time",
                    "silent-1");
            assertThat(silent.arrived()).containsOnlyOnce("silent-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noReplica_503AndNothingWasDone(Version version) throws Exception {
        try (NameServer nobody = new NameServer();
                Haproxy before = inFrontOf(nobody, "nobody", Map.of());
                HttpClient caller = clientOf(before)) {
            for (String path : List.of("/license/activate", FLAGS)) {
                HttpResponse<String> answer = post(caller, version, before, path, "nobody-1");

                problem(answer, 503, "no-replica", "nobody-1");
                assertThat(header(answer, "Retry-After")).isEqualTo("1");
                assertThat(header(answer, "Strict-Transport-Security")).isEqualTo("max-age=31536000");
            }
            String odd = "a\"b";
            String instead = header(post(caller, version, before, FLAGS, odd), "X-Request-Id");
            assertThat(instead).matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void entitlements_overTls_asksForTlsFromNowOn() throws Exception {
        assertThat(header(ask(Version.HTTP_2, 0), "Strict-Transport-Security")).isEqualTo("max-age=31536000");
    }

    /** A cache would give one client's form to another, if the answer did not say what it depends on. */
    @Test
    void entitlements_gzipAndIdentityThroughACache_eachGetsItsForm() throws Exception {
        try (CachingProxy cache = CachingProxy.inFrontOf(service.api(), FOLDER.resolve("cache"))) {
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

    private static HttpResponse<byte[]> ask(CachingProxy cache, String encoding, String known) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(cache.url().resolve("/entitlements"))
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

    private static int get(HttpClient caller, Version version, Haproxy before)
            throws IOException, InterruptedException {
        HttpRequest request = request(before, "/entitlements").version(version).build();
        return caller.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static HttpResponse<String> post(HttpClient caller, Version version, Haproxy before, String path, String id)
            throws IOException, InterruptedException {
        HttpRequest request = request(before, path)
                .version(version)
                .header("Content-Type", "application/json")
                .header("X-Request-Id", id)
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return caller.send(request, BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(Haproxy before, String path) {
        return HttpRequest.newBuilder(before.url().resolve(path)).header("Authorization", "Bearer " + premises.token());
    }

    private static void problem(HttpResponse<String> answer, int status, String code, String id) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "X-Request-Id")).isEqualTo(id);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("requestId").asText()).isEqualTo(id);
    }

    /** At the next address, with the ports of the service. */
    private static HangingReplica hanging(Habit habit) throws IOException {
        return new HangingReplica(
                NEXT, service.api().getPort(), service.management().getPort(), habit);
    }

    private static Haproxy inFrontOf(NameServer names, String folder, Map<String, String> others) throws IOException {
        return Haproxy.start(
                FOLDER.resolve(folder),
                names,
                service.api().getPort(),
                service.management().getPort(),
                others);
    }

    private static HttpClient clientOf(Haproxy before) {
        return HttpClient.newBuilder().sslContext(before.trust()).build();
    }

    private static void awaitFound(HttpClient caller, Haproxy before) {
        await().atMost(LONGEST).until(() -> get(caller, Version.HTTP_1_1, before) != 503);
    }
}
