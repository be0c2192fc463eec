package com.optymyse.inspire.licensing.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The one PostgreSQL of this JVM's tests, with a database for each application under test. Each database belongs to an
 * ordinary role, as it does at customers.
 */
public final class EmbeddedServer {

    /** The role that the service may be given instead of the owner's; it has no rights until somebody grants them. */
    public static final String SERVICE_ROLE = "licensing_service";

    /** Known to the whole JVM: each start of Quarkus has its own class loader, and so its own static fields. */
    private static final String PORT_PROPERTY = "licensing.test.postgres.port";

    private static final String OWNER = "licensing_owner";
    private static final String SUPERUSER = "postgres";
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private EmbeddedServer() {}

    /** The address of a new, empty database: {@code host:port/name}. */
    public static String newDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        return newDatabase(server(), name);
    }

    /** Where it listens: {@code host:port}. */
    public static String server() {
        return "localhost:" + port();
    }

    /** The same on a server that {@link #prepare} was called for. */
    public static String newDatabase(String server, String name) {
        execute(server + "/postgres", "CREATE DATABASE " + name + " OWNER " + OWNER);
        return server + "/" + name;
    }

    /** Makes the roles of tests on a server of one's own, {@code host:port}. */
    public static void prepare(String server) {
        for (String role : new String[] {OWNER, SERVICE_ROLE}) {
            execute(
                    server + "/postgres",
                    "CREATE ROLE " + role + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS");
        }
    }

    /**
     * A connection to {@code host:port/name}. {@code DriverManager} would do for the class loader of the first application
     * alone, because others don't see its driver.
     */
    public static Connection connect(String address, String role) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://" + address);
        return source.getConnection(role, role);
    }

    /** Does what only a superuser may, in a database given as {@code host:port/name}. */
    public static void execute(String address, String sql) {
        try (Connection connection = connect(address, SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException("The tests' PostgreSQL refuses: " + sql, failed);
        }
    }

    /** The same for the whole server. */
    public static void execute(String sql) {
        execute(server() + "/postgres", sql);
    }

    /** The owner of every database here: no superuser, and nothing that an ordinary role may not do. Any password will do. */
    public static String user() {
        return OWNER;
    }

    private static synchronized int port() {
        String known = System.getProperty(PORT_PROPERTY);
        if (known != null) {
            return Integer.parseInt(known);
        }
        int started = start();
        System.setProperty(PORT_PROPERTY, String.valueOf(started));
        prepare("localhost:" + started);
        return started;
    }

    /** Runs until the JVM ends. Nothing here has to survive a crash of the machine, so that writes need not wait for the disk. */
    private static int start() {
        try {
            return PostgresBinaries.builder()
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
