package com.optymyse.inspire.licensing.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} a real PostgreSQL, by {@code @WithTestResource(PostgresTestResource.class)}. All test classes
 * of a run share one server; each application under test has a database of its own, which {@link FreshInstallation}
 * empties. A field of type {@link PostgresControl} is filled with what switches the database off and on; to look into it by
 * hand, inject a {@code javax.sql.DataSource}.
 */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable String address;

    @Override
    public Map<String, String> start() {
        address = EmbeddedServer.newDatabase();
        return Map.of(
                "licensing.database.url",
                "postgresql://" + address,
                "licensing.database.username",
                EmbeddedServer.user(),
                "licensing.database.password",
                EmbeddedServer.user());
    }

    @Override
    public void inject(TestInjector injector) {
        if (address != null) {
            injector.injectIntoFields(
                    new PostgresControl(address), new TestInjector.MatchesType(PostgresControl.class));
        }
    }

    /** The server goes on for the next application; the database goes with it when the JVM ends. */
    @Override
    public void stop() {}
}
