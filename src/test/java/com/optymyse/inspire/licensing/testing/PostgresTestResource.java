package com.optymyse.inspire.licensing.testing;

import static java.util.Objects.requireNonNull;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} a real PostgreSQL, by {@code @WithTestResource(PostgresTestResource.class)}. All test classes
 * of a run share one server; each application under test has its own database, and each test class finds its tables empty.
 * To look into the database by hand, inject a {@code javax.sql.DataSource}.
 */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

    /** Whoever holds the state in memory is told that it has changed. */
    private static final String EMPTY_ALL_TABLES = """
            DO $$
            DECLARE
                tables text;
            BEGIN
                SELECT string_agg(quote_ident(tablename), ', ') INTO tables
                FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history';
                IF tables IS NOT NULL THEN
                    EXECUTE 'TRUNCATE ' || tables;
                    PERFORM pg_notify('licensing', '0');
                END IF;
            END $$
            """;

    private @Nullable String address;
    private @Nullable Class<?> testClass;

    @Override
    public Map<String, String> start() {
        address = EmbeddedServer.newDatabase();
        return Map.of(
                "quarkus.datasource.reactive.url",
                "postgresql://" + address,
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + address,
                "quarkus.datasource.username",
                EmbeddedServer.user(),
                "quarkus.datasource.password",
                EmbeddedServer.user());
    }

    @Override
    public void inject(Object testInstance) {
        if (testClass != null && testClass != testInstance.getClass()) {
            EmbeddedServer.execute(requireNonNull(address), EMPTY_ALL_TABLES);
        }
        testClass = testInstance.getClass();
    }

    /** The server goes on for the next class; the database goes with it when the JVM ends. */
    @Override
    public void stop() {}
}
