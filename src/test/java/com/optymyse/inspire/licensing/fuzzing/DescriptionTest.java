package com.optymyse.inspire.licensing.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of answers can tell good ones from bad ones. */
class DescriptionTest {

    private static final String PREVIEW = """
            {"name": {"before": null, "after": "Enterprise"},
             "expiresAt": {"before": null, "after": "2027-10-31T00:00:00Z"},
             "gained": [{"code": "MFA", "feature": "Multi-factor authentication"}], "lost": [], "kept": [],
             "limits": {"before": {"maxDisplays": 0, "maxAgiles": 0, "aiCreditsPerMonth": 0},
                        "after": {"maxDisplays": 500, "maxAgiles": -1, "aiCreditsPerMonth": 10000}},
             "fileEndsAt": null, "problems": [], "digest": "x"}""";

    private static final String LICENSE = """
            {"licensed": false, "standing": "unlicensed", "reason": "not-activated", "until": null, "license": null,
             "limits": {"maxDisplays": 0, "maxAgiles": 0, "aiCreditsPerMonth": 0}, "entitlements": [], "forecast": [],
             "revalidation": null, "underWay": null, "problems": [], "revision": 1, "asSigned": null, "now": "2026-11-28T00:00:00Z",
             "reader": "admin",
             "installation": {"id": "b1946ac9-2492-4d23-84c6-235b4d261118", "fingerprint": "f", "trust": "built-in", "clockChallenge": null,
                              "fileRequest": "Please issue a license file.", "agents": [], "pendingReleases": [], "trail": 1,
                              "version": "1.0.0"}}""";

    private final Description description = new Description();

    @Test
    void complaints_nullsWhereTheyAreAllowed_none() {
        assertThat(complaints("POST", "/license/preview", PREVIEW)).isEmpty();
        assertThat(complaints("GET", "/license", LICENSE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | /license/preview | "digest": "x"              | "digest": null
            POST | /license/preview | "code": "MFA"              | "code": null
            POST | /license/preview | "maxDisplays": 500         | "maxDisplays": null
            GET  | /license         | "standing": "unlicensed"   | "standing": null
            GET  | /license         | "forecast": []             | "forecast": null
            GET  | /license         | "trust": "built-in"        | "trust": null
            """)
    void complaints_nullWhereNoneIsAllowed_found(String method, String path, String good, String bad) {
        String body = path.equals("/license") ? LICENSE : PREVIEW;
        assertThat(body).contains(good);

        assertThat(complaints(method, path, body.replace(good, bad))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "standing": "unlicensed" | "standing": "asleep"
            "license": null          | "license": ""
            "license": null          | "license": {}
            "until": null            | "until": "1970"
            "revision": 1            | "revised": 1
            """)
    void complaints_anotherValue_found(String good, String bad) {
        assertThat(LICENSE).contains(good);

        assertThat(complaints("GET", "/license", LICENSE.replace(good, bad))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /entitlements/stream | {"licensed":true,"standing":"licensed","revision":1,"entitlements":[],"limits":{"maxDisplays":1,"maxAgiles":1,"aiCreditsPerMonth":1}}
            /ofrep/v1/events     | {"type":"refetchEvaluation","etag":"x"}
            """)
    void complaints_event_nullAndOtherFieldsAreFound(String path, String good) {
        assertThat(eventComplaints(path, good)).isEmpty();
        assertThat(eventComplaints(path, good.replaceFirst(":[^,}]+", ":null"))).isNotEmpty();
        assertThat(eventComplaints(path, "{}")).isNotEmpty();
        assertThat(eventComplaints(path, "no JSON")).isNotEmpty();
    }

    @Test
    void complaints_streamWithoutEvent_found() {
        Answer silent = new Answer(200, type("text/event-stream"), ": heartbeat");

        assertThat(description.complaints(description.operation("GET", "/entitlements/stream"), silent))
                .isNotEmpty();
    }

    private List<String> eventComplaints(String path, String data) {
        Answer answer = new Answer(200, type("text/event-stream"), "event: x\nid: x\ndata: " + data);
        return description
                .complaints(description.operation("GET", path), answer)
                .toList();
    }

    private static HttpHeaders type(String value) {
        return HttpHeaders.of(Map.of("Content-Type", List.of(value)), (name, any) -> true);
    }

    /** What is sent to an operation is made from what the description says that it takes. */
    @Test
    void fields_ofAlternatives_areTheFieldsOfAll() {
        assertThat(description.operation("POST", "/license/activate").fields())
                .containsExactlyInAnyOrder(
                        "method", "licenseKey", "licenseFile", "acceptOlder", "previewed", "expectedRevision");
    }

    private List<String> complaints(String method, String path, String body) {
        Answer answer = new Answer(200, type("application/json"), body);
        return description
                .complaints(description.operation(method, path), answer)
                .toList();
    }
}
