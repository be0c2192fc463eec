package com.optymyse.inspire.licensing.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.installation.CurrentInstallation;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Level;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is stored is followed for ever, whatever comes in between. */
@QuarkusTest
class DatabaseFollowerComponentTest extends LicensingTest {

    private static final String POLL = "poll";
    private static final int CHANGES = 20;

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    CurrentInstallation current;

    @Inject
    DataSource database;

    @Inject
    WatchedTasks tasks;

    private final LogRecorder log = LogRecorder.start();

    @BeforeEach
    void seatToBeGivenBack() {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        sandbox.fault("refuse", "");
        admin.post("/license/deactivate").statusCode(200);
    }

    /** So that what is seen was heard. */
    @BeforeEach
    void withoutPoll() {
        tasks.pause(POLL);
    }

    @AfterEach
    void asMigrated() throws SQLException {
        tasks.resume(POLL);
        log.close();
        execute("TRUNCATE release", "ALTER TABLE release ALTER COLUMN attempts SET NOT NULL");
    }

    /** Say, a newer version of the service runs beside this one and writes what this one does not know. */
    @Test
    void follow_rowThatNobodyUnderstands_saidOnceAndFollowedAgainAfterwards() throws SQLException {
        execute(
                "ALTER TABLE release ALTER COLUMN attempts DROP NOT NULL",
                "UPDATE release SET attempts = NULL",
                "NOTIFY licensing, '1'");
        await().atMost(SOON)
                .until(() -> log.lines(Level.SEVERE, "can't follow the changes").size() == 1);

        execute("NOTIFY licensing, '2'");
        execute("UPDATE release SET attempts = 99", "NOTIFY licensing, '3'");
        await().atMost(SOON).until(() -> attempts() == 99);

        for (int change = 1; change <= CHANGES; change++) {
            int number = change;
            execute("UPDATE release SET attempts = " + number, "NOTIFY licensing, '" + number + "'");
            await().atMost(SOON).until(() -> attempts() == number);
        }
        assertThat(log.lines(Level.SEVERE, "can't follow the changes")).hasSize(1);
    }

    private int attempts() {
        return current.now().stored().releases().getFirst().attempts();
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
