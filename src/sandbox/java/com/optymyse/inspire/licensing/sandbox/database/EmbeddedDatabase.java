package com.optymyse.inspire.licensing.sandbox.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The one PostgreSQL of this JVM, started when its port is first asked for. */
final class EmbeddedDatabase {

    /** Class loaders come and go with each live reload, so the port is kept where all of them see it. */
    private static final String PORT = "inspire.sandbox.postgresql.port";

    private EmbeddedDatabase() {}

    /** The port on localhost; user, password and database are all called {@code postgres}. */
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
            return EmbeddedPostgres.start().getPort();
        } catch (IOException failed) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start.", failed);
        }
    }
}
