package com.optymyse.inspire.licensing.page;

import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.TurnstileTestResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The service with the Licensing page, which is built once for all tests of it. */
public final class PageProfile implements QuarkusTestProfile {

    static final String SUPPORT = "help@example.com";
    static final String SALES = "sales@example.com";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.quinoa", "true", "licensing.contact.support", SUPPORT, "licensing.contact.sales", SALES);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(PostgresTestResource.class),
                new TestResourceEntry(TurnstileTestResource.class),
                new TestResourceEntry(IdentityProviderTestResource.class));
    }
}
