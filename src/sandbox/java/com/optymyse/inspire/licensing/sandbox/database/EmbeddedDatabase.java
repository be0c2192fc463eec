package com.optymyse.inspire.licensing.sandbox.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The one PostgreSQL of this JVM, started when its port is first asked for. */
final class EmbeddedDatabase {

    /** Class loaders come and go with each live reload, so the port is kept where all of them see it. */
    private static final String PORT = "inspire.sandbox.postgresql.port";

    /** The database, the ordinary role that owns it, and its password, which is not asked for. */
    static final String NAME = "inspire_licensing";

    private EmbeddedDatabase() {}

    /** The port on localhost. */
    static String port() {
        synchronized (System.getProperties()) {
            String known = System.getProperty(PORT);
            if (known != null) {
                return known;
            }
            String started = String.valueOf(start());
            System.setProperty(PORT, started);
            return started;
        }
    }

    private static int start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            // As customers have it: the service never connects as a superuser.
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE " + NAME + " LOGIN");
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
            return server.getPort();
        } catch (SQLException refused) {
            throw new IllegalStateException("The embedded PostgreSQL refuses to make a database.", refused);
        } catch (IOException failed) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start.", failed);
        }
    }
}
