package com.optymyse.inspire.licensing.testing;

import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/**
 * What a component test of the service begins with: PostgreSQL and a licensing server of its own, on which nothing has
 * happened yet, a new installation, and an admin who calls. The class that extends it is the {@code @QuarkusTest}.
 */
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
public abstract class LicensingTest {

    @Inject
    protected FreshInstallation installation;

    protected SandboxControl sandbox;

    /** Calls with the role Admin. */
    protected Api admin;

    @BeforeEach
    void beginAsANewInstallation() {
        sandbox.reset();
        installation.begin();
        admin = new Api(sandbox.token("Admin"));
    }
}
