package com.optymyse.inspire.licensing.postgres;

import io.vertx.pgclient.PgConnectOptions;
import java.util.List;
import java.util.Map;

/** The servers that Quarkus was configured with. */
final class ConfiguredServers implements ConnectSettings {

    /** PgBouncer refuses every other start-up parameter, the driver's extra_float_digits too. */
    private static final Map<String, String> PARAMETERS =
            Map.of("application_name", "inspire-licensing", "client_encoding", "utf8", "DateStyle", "ISO");

    private final List<PgConnectOptions> servers;

    ConfiguredServers(List<PgConnectOptions> servers) {
        this.servers = servers.stream()
                .map(server -> new PgConnectOptions(server))
                .map(server -> server.setProperties(PARAMETERS))
                .toList();
    }

    @Override
    public List<PgConnectOptions> hosts() {
        return servers;
    }

    @Override
    public String sessionSql() {
        return "";
    }
}
