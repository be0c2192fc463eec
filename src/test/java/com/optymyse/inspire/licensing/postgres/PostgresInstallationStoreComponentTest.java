package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.InstallationStore;
import com.optymyse.inspire.licensing.testing.InstallationStoreContract;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
class PostgresInstallationStoreComponentTest extends InstallationStoreContract {

    @Inject
    InstallationStore store;

    @Inject
    Migration migration;

    @Inject
    DataSource database;

    @BeforeEach
    void emptyTheDatabase() throws SQLException {
        await(migration.run());
        execute("TRUNCATE installation, issued_floor, license, release, audit");
    }

    @Override
    protected InstallationStore store() {
        return store;
    }

    @Override
    protected void expireLease() {
        try {
            execute("UPDATE installation SET lease_until = clock_timestamp()");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
