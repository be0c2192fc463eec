package com.optymyse.inspire.licensing.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The service with other settings than the default ones, for all tests that need some. They share one profile, because each
 * profile starts the service once more.
 */
public final class OtherSettings implements QuarkusTestProfile {

    /** The site whose pages may ask. */
    public static final String SITE = "https://screens.example";

    /** How long a license file counts at most. */
    public static final Duration LONGEST_FILE = Duration.ofDays(30);

    /** Whatever port the example of a page is given. */
    private static final String OF_THIS_MACHINE = "/http://localhost:[0-9]+/";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.cors.enabled", "true",
                "quarkus.http.cors.origins", SITE + "," + OF_THIS_MACHINE,
                "quarkus.http.http2", "true",
                // Shorter than a call takes that is answered late.
                "licensing.request.body-timeout", "300MS",
                "licensing.vendor.longest-offline-file", LONGEST_FILE.toString(),
                "licensing.vendor.offline-listed-only", "true");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(PostgresTestResource.class), new TestResourceEntry(TurnstileTestResource.class));
    }
}
