package com.optymyse.inspire.licensing.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is asked, the answer is one that the API's description promises, and never a failure of ours.
 * {@code -Dfuzzing.requests} says how often to ask and {@code -Dfuzzing.seed} what, which a failure names.
 */
@Tag("thorough")
@QuarkusTest
class FuzzingComponentTest extends LicensingTest {

    private static final int REQUESTS = Integer.getInteger("fuzzing.requests", 10_000);
    private static final long SEED = Long.getLong("fuzzing.seed", 20_261_123);
    private static final int SHOWN = 10;

    /** What only the inside of a program says. */
    private static final String INSIDE =
            "(?s).*(com\\.optymyse|org\\.hibernate|io\\.vertx|java\\.lang|SQLSTATE|\\tat ).*";

    @TestHTTPResource("/")
    URI service;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Description description = new Description();
    private final Map<String, Integer> answered = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();

    @Test
    void anyRequest_ofThousands_isAnsweredAsTheDescriptionSays() throws Exception {
        Values values = new Values(new SplittableRandom(SEED), known());
        Attempts attempts = new Attempts(values, description.operations(), tokens());

        for (int i = 0; i < REQUESTS; i++) {
            tryOut(attempts.next());
        }

        assertThat(complaints)
                .as("with the seed %d; answers: %s", SEED, answered)
                .isEmpty();
        for (Described operation : description.operations()) {
            assertThat(answered.keySet())
                    .as("answers of %s %s", operation.method(), operation.path())
                    .filteredOn(kind -> kind.startsWith(operation.method() + " " + operation.path() + " "))
                    .hasSizeGreaterThan(1);
        }
    }

    private void tryOut(Attempt attempt) throws InterruptedException {
        try {
            judge(attempt, answerOf(attempt));
        } catch (IOException brokenOff) {
            // Nobody reads what is far too large to its end, and this client looks for the answer only when all is
            // sent.
            if (!attempt.isTooLarge()) {
                complaints.add(brokenOff + "\n" + attempt);
            }
        }
    }

    /** Asks once more where the connection turns out to have been closed since the request before, which a server may do. */
    private Answer answerOf(Attempt attempt) throws IOException, InterruptedException {
        try {
            return Answer.of(client.send(attempt.to(service), BodyHandlers.ofInputStream()));
        } catch (IOException closed) {
            return Answer.of(client.send(attempt.to(service), BodyHandlers.ofInputStream()));
        }
    }

    private void judge(Attempt attempt, Answer answer) {
        Described operation = attempt.operation();
        String of = operation == null ? "undescribed" : operation.method() + " " + operation.path();
        answered.merge(of + " " + answer.status(), 1, Integer::sum);
        if (answer.status() >= 500) {
            complain(attempt, answer, "It failed.");
        }
        if (operation == null) {
            judgeUndescribed(attempt, answer);
        } else {
            description.complaints(operation, answer).forEach(complaint -> complain(attempt, answer, complaint));
        }
        if (!answer.headers().firstValue("X-Content-Type-Options").orElse("").equals("nosniff")
                || answer.headers().firstValue("X-Request-Id").isEmpty()) {
            complain(attempt, answer, "A header that every answer has is missing.");
        }
        if (answer.status() >= 400 && answer.body().matches(INSIDE)) {
            complain(attempt, answer, "It tells of its inside.");
        }
    }

    private void judgeUndescribed(Attempt attempt, Answer answer) {
        boolean refused = answer.status() >= 400 && answer.status() < 500;
        boolean asked = List.of("GET", "HEAD", "OPTIONS").contains(attempt.method());
        if (!refused && !asked) {
            complain(attempt, answer, "Something was done that no description has.");
        }
    }

    private void complain(Attempt attempt, Answer answer, String complaint) {
        if (complaints.size() < SHOWN) {
            complaints.add(complaint + "\n" + attempt + "\n" + answer);
        }
    }

    /** Good keys, and files for this installation, so that not everything is refused at the door. */
    private List<String> known() throws IOException {
        String fingerprint = new Api(sandbox.token("Admin"))
                .get("/license")
                .statusCode(200)
                .extract()
                .path("installation.fingerprint");
        return List.of(
                "online",
                "offline",
                "online",
                "offline",
                "DEMO-ENTERPRISE",
                "DEMO-STARTER",
                "DEMO-EXPIRED",
                "DEMO-SUSPENDED",
                "DEMO-FULL",
                "DEMO-ONLINE-ONLY",
                sandbox.file("DEMO-ENTERPRISE", Map.of("fingerprint", fingerprint, "kind", "machine")),
                sandbox.file("DEMO-STARTER", Map.of("fingerprint", fingerprint, "kind", "machine")),
                sandbox.file("DEMO-ENTERPRISE", Map.of("fingerprint", "another", "kind", "machine")));
    }

    private List<String> tokens() {
        return List.of(
                Tokens.token(Map.of("groups", List.of("Admin"), "exp", Tokens.inSeconds(7200))),
                Tokens.withoutRole(),
                Tokens.token(Map.of("exp", Tokens.inSeconds(-3600))),
                Tokens.token(Map.of("aud", "another")),
                "nonsense",
                "a.b.c");
    }
}
