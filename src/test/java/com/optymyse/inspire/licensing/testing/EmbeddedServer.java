package com.optymyse.inspire.licensing.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;

/** The one PostgreSQL of this JVM's tests, with a database for each application under test. */
public final class EmbeddedServer {

    /** Known to the whole JVM: each start of Quarkus has its own class loader, and so its own static fields. */
    private static final String PORT_PROPERTY = "licensing.test.postgres.port";

    private static final String USER = "postgres";
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private EmbeddedServer() {}

    /** The address of a new, empty database: {@code host:port/name}. */
    public static String newDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        String server = "localhost:" + port() + "/";
        execute(server + "postgres", "CREATE DATABASE " + name);
        return server + name;
    }

    public static void execute(String address, String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:postgresql://" + address, USER, USER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("The tests' PostgreSQL refuses: " + sql, failed);
        }
    }

    public static String user() {
        return USER;
    }

    private static synchronized int port() {
        String known = System.getProperty(PORT_PROPERTY);
        if (known != null) {
            return Integer.parseInt(known);
        }
        int started = start();
        System.setProperty(PORT_PROPERTY, String.valueOf(started));
        return started;
    }

    /** Runs until the JVM ends. Nothing here has to survive a crash of the machine, so that writes need not wait for the disk. */
    private static int start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(LONGEST_START)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start()
                    .getPort();
        } catch (IOException failed) {
            throw new UncheckedIOException("The tests' PostgreSQL does not start.", failed);
        }
    }
}
