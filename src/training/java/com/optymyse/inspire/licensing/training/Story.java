package com.optymyse.inspire.licensing.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.optymyse.inspire.licensing.training.Step.Caller;
import com.optymyse.inspire.licensing.training.Step.Port;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Sends the service the requests of its training: those that an installation sends soon after a start. No license is activated,
 * because a vendor's package trusts its vendor alone. An online activation is refused for its response's signature.
 */
final class Story {

    /** Before there is a database. */
    static final List<Step> WITHOUT_DATABASE = List.of(
            Step.manage("/q/health/live", 200, "UP"),
            Step.get("/entitlements", Caller.NOBODY, 401, ""),
            Step.get("/entitlements", Caller.SERVICE, 503, "\"starting\""));

    /** Of the ready service, which has no license. */
    static final List<Step> UNLICENSED = List.of(
            Step.manage("/q/health/ready", 200, "UP"),
            Step.get("/license", Caller.ADMIN, 200, "\"unlicensed\""),
            Step.get("/license", Caller.ADMIN, 200, "\"unlicensed\""),
            Step.get("/license", Caller.ANOTHER_ADMIN, 200, "\"unlicensed\""),
            Step.get("/license", Caller.SERVICE, 403, "\"code\""),
            Step.get("/license/history", Caller.ADMIN, 200, "\"entries\""),
            Step.get("/entitlements", Caller.SERVICE, 200, "\"licensed\":false"),
            Step.get("/entitlements", Caller.SERVICE, 304, ""),
            Step.get("/entitlements/SSO_SAML", Caller.SERVICE, 200, "\"granted\":false"),
            Step.get("/limits", Caller.SERVICE, 200, "{"),
            Step.get("/entitlements/stream", Caller.SERVICE, 200, "event:"),
            Step.get("/entitlements/token", Caller.SERVICE, 200, "eyJ"),
            Step.get("/.well-known/jwks.json", Caller.NOBODY, 200, "\"keys\""),
            Step.post("/ofrep/v1/evaluate/flags", Caller.SERVICE, "{\"context\":{}}", 200, "\"flags\""),
            Step.post("/ofrep/v1/evaluate/flags/SSO_SAML", Caller.SERVICE, "{\"context\":{}}", 200, "\"value\":false"),
            Step.get("/", Caller.NOBODY, 200, "<html"),
            Step.get("/licensing/inspire-licensing.js", Caller.NOBODY, 200, "inspire-licensing"),
            Step.get("/licensing/config.json", Caller.NOBODY, 200, "{"),
            Step.get("/problems", Caller.NOBODY, 200, "license-expired"),
            Step.get("/problems/license-expired", Caller.NOBODY, 200, "license-expired"),
            Step.get("/q/openapi", Caller.NOBODY, 200, "openapi"),
            Step.post(
                    "/license/activate",
                    Caller.ADMIN,
                    "{\"method\":\"online\",\"licenseKey\":\"TRAINING-OF-THE-IMAGE\"}",
                    502,
                    "\"licensing-server-untrusted\""),
            Step.manage("/q/metrics", 200, "licensing_licensed"));

    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);
    private static final String EVENT_END = "";

    private final Map<Port, URI> addresses;
    private final Map<Caller, String> tokens;
    private final Map<String, String> tags = new HashMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    /**
     * @param addresses of the service
     * @param tokens of each caller except {@link Caller#NOBODY}
     */
    Story(Map<Port, URI> addresses, Map<Caller, String> tokens) {
        this.addresses = addresses;
        this.tokens = tokens;
    }

    /**
     * Sends the requests of these steps, one after the other.
     *
     * @throws TrainingFailed at the first wrong answer, naming the step
     */
    void play(List<Step> steps) throws TrainingFailed, InterruptedException {
        for (Step step : steps) {
            play(step);
        }
    }

    private void play(Step step) throws TrainingFailed, InterruptedException {
        int status;
        String body;
        try {
            HttpResponse<InputStream> answer = client.send(request(step), BodyHandlers.ofInputStream());
            answer.headers().firstValue("ETag").ifPresent(tag -> tags.put(step.path(), tag));
            status = answer.statusCode();
            body = read(step, answer);
        } catch (IOException failure) {
            throw new TrainingFailed(
                    step.name() + " got no answer instead of one with status " + step.status() + ": " + failure + ".");
        }
        if (status != step.status()) {
            throw new TrainingFailed(
                    step.name() + " got status " + status + " instead of " + step.status() + ": " + body);
        }
        if (!body.contains(step.words())) {
            throw new TrainingFailed(step.name() + " got a body without " + step.words() + ": " + body);
        }
    }

    private HttpRequest request(Step step) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(step.port(), step.path()))
                .timeout(LONGEST_ANSWER)
                .method(step.method(), BodyPublishers.ofString(step.body()));
        if (!step.body().isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (step.caller() != Caller.NOBODY) {
            request.header("Authorization", "Bearer " + tokens.get(step.caller()));
        }
        if (step.status() == 304) {
            request.header("If-None-Match", tags.getOrDefault(step.path(), "\"none\""));
        }
        return request.build();
    }

    private URI address(Port door, String path) {
        return Objects.requireNonNull(addresses.get(door)).resolve(path);
    }

    /** The body; of a stream, which never ends, the first event. */
    private static String read(Step step, HttpResponse<InputStream> answer) throws IOException {
        try (InputStream body = answer.body()) {
            if (!step.path().endsWith("/stream") || answer.statusCode() != 200) {
                return new String(body.readAllBytes(), UTF_8);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(body, UTF_8));
            StringBuilder event = new StringBuilder();
            String line = lines.readLine();
            while (line != null && !(line.equals(EVENT_END) && event.indexOf("event:") >= 0)) {
                event.append(line).append('\n');
                line = lines.readLine();
            }
            return event.toString();
        }
    }

    /** Whether the management port answers this path with 200; false also while nothing listens there. */
    boolean isAnswered(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(Port.MANAGEMENT, path))
                .timeout(LONGEST_ANSWER)
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A token for each caller. */
    static Map<Caller, String> tokens(TrainingTokens identityProvider) {
        return Map.ofEntries(
                Map.entry(Caller.ADMIN, identityProvider.token("admin", "Admin")),
                Map.entry(Caller.ANOTHER_ADMIN, identityProvider.token("another-admin", "Admin")),
                Map.entry(Caller.SERVICE, identityProvider.token("service", "Nobody")));
    }
}
