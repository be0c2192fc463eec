package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxBehindProxyTestResource;
import com.optymyse.inspire.licensing.testing.SandboxBehindProxyTestResource.Asked;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The settings that docs/configuration.md names for a proxy and a private certificate authority. */
@QuarkusTest
@Tag("thorough")
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxBehindProxyTestResource.class)
class CompanyNetworkComponentTest {

    SandboxControl sandbox;

    Asked proxy;

    @Inject
    FreshInstallation installation;

    @Test
    void activate_privateAuthorityBehindAProxy_licensedThroughIt() {
        sandbox.reset();
        installation.begin();
        Api admin = new Api(sandbox.token("Admin"));

        admin.activate("DEMO-ENTERPRISE").statusCode(200).body("standing", equalTo("licensed"));
        admin.post("/license/revalidate").statusCode(200).body("standing", equalTo("licensed"));

        assertThat(proxy.targets()).isNotEmpty().containsOnly(proxy.server());
    }
}
