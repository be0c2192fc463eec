package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Lets a component test begin as a new installation does: nothing stored, nothing remembered. */
@ApplicationScoped
public class FreshInstallation {

    private final DataSource database;
    private final CurrentInstallation current;
    private final TestClock clock;

    FreshInstallation(DataSource database, CurrentInstallation current, TestClock clock) {
        this.database = database;
        this.current = current;
        this.clock = clock;
    }

    public void begin() {
        clock.reset();
        forget();
        try {
            VertxContextSupport.subscribeAndAwait(current::reload);
        } catch (Throwable failure) {
            throw new AssertionError("The new installation can't be read.", failure);
        }
    }

    private void forget() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE installation, issued_floor, license, release, audit");
        } catch (SQLException failure) {
            throw new AssertionError("The tables can't be emptied.", failure);
        }
    }
}
