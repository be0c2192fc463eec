package com.optymyse.inspire.licensing.sandbox.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one PostgreSQL of this JVM, started when it is first needed. It has a database for each state of the baseline, which
 * is edited in place and does not fit older tables.
 */
final class EmbeddedDatabase {

    /** Class loaders come and go with each live reload, so the port is kept where all of them see it. */
    private static final String PORT = "inspire.sandbox.postgresql.port";

    /** The ordinary role that owns the databases, and its password, which is not asked for. */
    static final String ROLE = "inspire_licensing";

    private static final String BASELINE = "db/migration/V1__baseline.sql";

    private EmbeddedDatabase() {}

    /** Where the database for the present baseline is: {@code localhost:port/name}. */
    static String address() {
        synchronized (System.getProperties()) {
            String port = System.getProperty(PORT);
            if (port == null) {
                port = String.valueOf(start());
                System.setProperty(PORT, port);
            }
            String name = ROLE + "_" + baseline();
            makeUnlessThere(port, name);
            return "localhost:" + port + "/" + name;
        }
    }

    private static int start() {
        try {
            return EmbeddedPostgres.start().getPort();
        } catch (IOException failed) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start.", failed);
        }
    }

    /** As customers have it: the service never connects as a superuser. */
    private static void makeUnlessThere(String port, String name) {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setPortNumbers(new int[] {Integer.parseInt(port)});
        server.setDatabaseName("postgres");
        server.setUser("postgres");
        try (Connection connection = server.getConnection();
                Statement statement = connection.createStatement()) {
            if (!finds(statement, "SELECT FROM pg_roles WHERE rolname = '" + ROLE + "'")) {
                statement.execute("CREATE ROLE " + ROLE + " LOGIN");
            }
            if (!finds(statement, "SELECT FROM pg_database WHERE datname = '" + name + "'")) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + ROLE);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("The embedded PostgreSQL refuses to make a database.", refused);
        }
    }

    private static boolean finds(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** A checksum of the baseline migration, so that each state of it has a database of its own. */
    private static String baseline() {
        CRC32 sum = new CRC32();
        try (InputStream text = Thread.currentThread().getContextClassLoader().getResourceAsStream(BASELINE)) {
            if (text != null) {
                sum.update(text.readAllBytes());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(BASELINE + " can't be read.", failed);
        }
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
