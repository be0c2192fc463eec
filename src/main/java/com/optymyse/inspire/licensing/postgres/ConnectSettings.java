package com.optymyse.inspire.licensing.postgres;

import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.util.List;

/** How the service's connections to PostgreSQL are made. Ask anew for each: passwords and certificates are renewed. */
interface ConnectSettings {

    /**
     * The settings for each host, in the order in which they are to be tried, without timeouts. Reads small files, the
     * password's and those of certificates, so that it is for a worker thread.
     *
     * @throws IOException when one of the files can't be used, in a sentence that names it
     */
    List<PgConnectOptions> hosts() throws IOException;

    /** How many hosts there are. */
    int hostCount();

    /** The statement with which each session begins, because poolers refuse most settings at the start; empty for none. */
    String sessionSql();
}
