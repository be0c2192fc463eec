package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/** The license key is a secret: whatever happens to it, it is in no log line, no error's body and no column in clear. */
@QuarkusTest
class SecretsComponentTest extends LicensingTest {

    @Inject
    DataSource database;

    @Test
    void key_throughItsWholeLife_neverInLogsOrColumns() throws SQLException {
        Recorder log = new Recorder();
        Logger root = Logger.getLogger("");
        Logger own = Logger.getLogger("com.optymyse");
        Level level = own.getLevel();
        root.addHandler(log);
        own.setLevel(Level.ALL);
        try {
            live(admin);
        } finally {
            root.removeHandler(log);
            own.setLevel(level);
        }

        assertThat(log.lines).noneMatch(line -> line.contains("DEMO-ENTERPRISE"));
        List<String> cells = cells();
        assertThat(cells).as("everything stored").hasSizeGreaterThan(20);
        assertThat(cells).noneMatch(cell -> cell.contains("DEMO-ENTERPRISE") || cell.contains("DEMO-STARTER"));
        assertThat(cells).noneMatch(cell -> cell.contains("BEGIN MACHINE FILE"));
    }

    /** Leaves a license held and a release queued, so that every table has rows. */
    private void live(Api admin) {
        admin.activate("DEMO-ENTERPRISE").statusCode(200);
        admin.post("/license/revalidate").statusCode(200);
        sandbox.fault("garbage", "");
        admin.post("/license/revalidate").statusCode(502).body(not(containsString("DEMO-ENTERPRISE")));
        admin.activate("DEMO-ENTERPRISE").statusCode(502).body(not(containsString("DEMO-ENTERPRISE")));
        admin.post("/license/deactivate").statusCode(200);
        sandbox.noFaults();
        sandbox.fault("refuse", "delete");
        admin.activate("DEMO-STARTER").statusCode(200);
        admin.get("/license").statusCode(200);
        sandbox.noFaults();
    }

    /** Every value of every column of every table, as text; bytes read as Latin-1, which hides none. */
    private List<String> cells() throws SQLException {
        List<String> cells = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement)) {
                read(statement, table, cells);
            }
        }
        return cells;
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void read(Statement statement, String table, List<String> cells) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    Object value = rows.getObject(column);
                    cells.add(
                            value instanceof byte[] bytes
                                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                                    : String.valueOf(value));
                }
            }
        }
    }

    /** Keeps each line as a log file would have it, with parameters and stack traces. */
    private static final class Recorder extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        private Recorder() {
            setFormatter(new PatternFormatter("%c %s%e"));
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord logged) {
            lines.add(getFormatter().format(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
