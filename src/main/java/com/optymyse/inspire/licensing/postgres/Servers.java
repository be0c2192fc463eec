package com.optymyse.inspire.licensing.postgres;

import io.vertx.pgclient.PgConnectOptions;
import java.util.List;

/** Where PostgreSQL is. It is asked for each connection anew, so that a changed password counts at once. */
interface Servers {

    /** How to connect to each server, in the order in which they are tried; at least one. */
    List<PgConnectOptions> inOrder();

    /** The SET statements that each session begins with. A server that refuses one of them can't be used. */
    List<String> settings();
}
