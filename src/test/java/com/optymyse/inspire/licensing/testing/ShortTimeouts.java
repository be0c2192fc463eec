package com.optymyse.inspire.licensing.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/**
 * The service with timeouts that a test can wait for. On a busy machine they may also pass where a test does not expect it: what
 * is to succeed is tried until it does.
 */
public final class ShortTimeouts implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("licensing.database.timeout", "1S", "licensing.database.transaction-timeout", "2S");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(PostgresTestResource.class), new TestResourceEntry(SandboxTestResource.class));
    }
}
