package com.optymyse.inspire.licensing.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.optymyse.inspire.licensing.license.Standing;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import com.optymyse.inspire.licensing.testing.TestClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the installation may do, each operation answers as the published description says. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
@Tag("thorough")
class StandingsComponentTest {

    private static final String ACTIVATION = "{\"method\":\"online\",\"licenseKey\":\"DEMO-ENTERPRISE\"}";
    private static final String CONTEXT = "{\"context\":{}}";
    /** Stands for the address that the answer for every flag has. */
    private static final String CAPABILITY = "/ofrep/v1/events?c=";

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    /** What is asked in each standing, in this order. The last ones change it. */
    private static final List<List<String>> REQUESTS = List.of(
            List.of("GET", "/license", "/license", ""),
            List.of("GET", "/entitlements", "/entitlements", ""),
            List.of("GET", "/entitlements", "/entitlements?code=MFA", ""),
            List.of("GET", "/entitlements", "/entitlements?code=NO_SUCH_CODE", ""),
            List.of("GET", "/entitlements", "/entitlements?code=", ""),
            List.of("GET", "/entitlements/{code}", "/entitlements/MFA", ""),
            List.of("GET", "/entitlements/{code}", "/entitlements/NO_SUCH_CODE", ""),
            List.of("GET", "/entitlements/stream", "/entitlements/stream", ""),
            List.of("GET", "/entitlements/token", "/entitlements/token", ""),
            List.of("GET", "/limits", "/limits", ""),
            List.of("GET", "/.well-known/jwks.json", "/.well-known/jwks.json", ""),
            List.of("GET", "/problems", "/problems", ""),
            List.of("GET", "/problems/{code}", "/problems/license-expired", ""),
            List.of("GET", "/problems/{code}", "/problems/no-such-code", ""),
            List.of("POST", "/ofrep/v1/evaluate/flags", "/ofrep/v1/evaluate/flags", CONTEXT),
            List.of("POST", "/ofrep/v1/evaluate/flags", "/ofrep/v1/evaluate/flags", "{"),
            List.of("POST", "/ofrep/v1/evaluate/flags/{key}", "/ofrep/v1/evaluate/flags/MFA", CONTEXT),
            List.of("POST", "/ofrep/v1/evaluate/flags/{key}", "/ofrep/v1/evaluate/flags/NO_SUCH_FLAG", CONTEXT),
            List.of("GET", "/ofrep/v1/events", "/ofrep/v1/events?c=x", ""),
            List.of("GET", "/ofrep/v1/events", CAPABILITY, ""),
            List.of("POST", "/license/preview", "/license/preview", ACTIVATION),
            List.of("POST", "/license/preview", "/license/preview", ACTIVATION.replace("ENTERPRISE", "STARTER")),
            List.of("POST", "/license/preview", "/license/preview", ACTIVATION.replace("ENTERPRISE", "EXPIRED")),
            List.of("POST", "/license/preview", "/license/preview", "{}"),
            List.of("POST", "/license/releases/{machineId}/dismiss", "/license/releases/" + NOBODY + "/dismiss", ""),
            List.of("POST", "/license/releases/{machineId}/retry", "/license/releases/" + NOBODY + "/retry", ""),
            List.of("POST", "/license/rollback/confirm", "/license/rollback/confirm", ""),
            List.of("POST", "/license/activate", "/license/activate", ACTIVATION.replace("ENTERPRISE", "SUSPENDED")),
            List.of("POST", "/license/revalidate", "/license/revalidate", ""),
            List.of("POST", "/license/activate", "/license/activate", ACTIVATION),
            List.of("POST", "/license/deactivate", "/license/deactivate", ""),
            List.of("GET", "/license/history", "/license/history", ""),
            List.of("GET", "/license/history/verification", "/license/history/verification", ""));

    SandboxControl sandbox;

    @TestHTTPResource("/")
    URI root;

    @Inject
    FreshInstallation installation;

    @Inject
    TestClock clock;

    private final Description description = new Description();
    private final List<String> complaints = new ArrayList<>();

    @AfterEach
    void byTheRealTime() {
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource
    void operations_each_answerAsDescribed(Standing standing) throws Exception {
        sandbox.reset();
        installation.begin();
        String token = sandbox.token("Admin");
        Api admin = new Api(token);
        bring(admin, standing);
        admin.get("/license").statusCode(200).body("standing", equalTo(standing.word()));

        try (HttpClient client = HttpClient.newHttpClient()) {
            for (List<String> request : REQUESTS) {
                judge(client, token, request, request.get(2).equals(CAPABILITY) ? events(admin) : request.get(2));
            }
            client.shutdownNow();
        }

        assertThat(complaints).isEmpty();
    }

    /** No standing has such a release by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"retry", "dismiss"})
    void operation_onABlockedRelease_answersAsDescribed(String act) throws Exception {
        sandbox.reset();
        installation.begin();
        String token = sandbox.token("Admin");
        Api admin = new Api(token);
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.act("DEMO-ENTERPRISE", "suspend");
        String machine = admin.post("/license/deactivate").extract().path("installation.pendingReleases[0].machineId");
        String target = "/license/releases/" + machine + "/" + act;

        try (HttpClient client = HttpClient.newHttpClient()) {
            List<String> request = List.of("POST", "/license/releases/{machineId}/" + act, target, "");
            assertThat(judge(client, token, request, target)).isEqualTo(200);
            client.shutdownNow();
        }

        assertThat(complaints).isEmpty();
    }

    @Test
    void operations_all_areAsked() {
        List<String> described = description.operations().stream()
                .map(operation -> operation.method() + " " + operation.path())
                .toList();

        assertThat(new TreeSet<>(REQUESTS.stream()
                        .map(request -> request.get(0) + " " + request.get(1))
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(described);
    }

    private void bring(Api admin, Standing standing) {
        if (standing != Standing.UNLICENSED) {
            admin.activate("DEMO-ENTERPRISE").statusCode(200);
        }
        if (standing == Standing.GRACE) {
            clock.move(Duration.ofDays(3));
        }
        if (standing == Standing.RESTRICTED) {
            sandbox.act("DEMO-ENTERPRISE", "suspend");
            admin.post("/license/revalidate").statusCode(200);
        }
    }

    private static String events(Api admin) {
        return admin.post("/ofrep/v1/evaluate/flags", CONTEXT)
                .statusCode(200)
                .extract()
                .path("eventStreams[0].endpoint.requestUri");
    }

    /** Notes what is wrong with the answer, and returns its status. */
    private int judge(HttpClient client, String token, List<String> request, String target)
            throws IOException, InterruptedException {
        String body = request.get(3);
        HttpRequest.Builder builder = HttpRequest.newBuilder(root.resolve(target))
                .header("Authorization", "Bearer " + token)
                .method(request.get(0), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!target.startsWith("/ofrep/v1/events") && !target.endsWith("stream")) {
            builder.header("Accept", "application/json, application/problem+json;q=0.9, */*;q=0.5");
        }
        if (!body.isEmpty()) {
            builder.header("Content-Type", "application/json");
        }
        Answer answer = Answer.of(client.send(builder.build(), BodyHandlers.ofInputStream()));
        description
                .complaints(description.operation(request.get(0), request.get(1)), answer)
                .forEach(complaint ->
                        complaints.add(request + " " + answer.status() + ": " + complaint + "\n" + answer));
        return answer.status();
    }
}
