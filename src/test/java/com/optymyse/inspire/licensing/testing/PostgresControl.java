package com.optymyse.inspire.licensing.testing;

/** Switches the database of the application under test off and on. */
public final class PostgresControl {

    private final String server;
    private final String database;

    PostgresControl(String address) {
        int slash = address.lastIndexOf('/');
        this.server = address.substring(0, slash + 1) + "postgres";
        this.database = address.substring(slash + 1);
    }

    /** Cuts every connection and lets nobody connect. */
    public void goAway() {
        EmbeddedServer.execute(server, "ALTER DATABASE " + database + " ALLOW_CONNECTIONS false");
        EmbeddedServer.execute(
                server, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database + "'");
    }

    /** Ends {@link #goAway}. */
    public void comeBack() {
        EmbeddedServer.execute(server, "ALTER DATABASE " + database + " ALLOW_CONNECTIONS true");
    }
}
