package com.optymyse.inspire.licensing.postgres;

import io.vertx.pgclient.PgConnectOptions;
import java.util.List;
import java.util.Map;

/** The servers that Quarkus was configured with. */
final class ConfiguredServers implements Servers {

    /** PgBouncer refuses every other start-up parameter, the driver's extra_float_digits too. */
    private static final Map<String, String> PARAMETERS =
            Map.of("application_name", "inspire-licensing", "client_encoding", "utf8", "DateStyle", "ISO");

    private final List<PgConnectOptions> servers;
    private final List<String> settings;

    ConfiguredServers(List<PgConnectOptions> servers, DatabaseConfig config) {
        int timeout = Math.toIntExact(config.timeout().toMillis());
        this.servers = servers.stream()
                .map(server -> new PgConnectOptions(server))
                .map(server -> server.setProperties(PARAMETERS))
                .toList();
        this.servers.forEach(server -> server.setConnectTimeout(timeout).setReconnectAttempts(0));
        this.settings = List.of(
                "SET lock_timeout = " + timeout,
                "SET statement_timeout = " + timeout,
                "SET idle_in_transaction_session_timeout = "
                        + config.transactionTimeout().toMillis());
    }

    @Override
    public List<PgConnectOptions> inOrder() {
        return servers;
    }

    @Override
    public List<String> settings() {
        return settings;
    }
}
