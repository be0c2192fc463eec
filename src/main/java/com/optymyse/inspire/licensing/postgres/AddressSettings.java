package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.postgres.DatabaseAddress.Host;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings for an address.
 *
 * @param address where to connect
 * @param password the password as it is now
 */
record AddressSettings(DatabaseAddress address, DatabasePassword password) implements ConnectSettings {

    @Override
    public List<PgConnectOptions> hosts() throws IOException {
        TlsFiles files = TlsFiles.read(address.tls());
        String present = password.read();
        List<PgConnectOptions> hosts = new ArrayList<>();
        for (Host host : address.hosts()) {
            hosts.add(options(host, present, files));
        }
        return hosts;
    }

    @Override
    public int hostCount() {
        return address.hosts().size();
    }

    @Override
    public String sessionSql() {
        return SessionSetting.sql(address.session());
    }

    private PgConnectOptions options(Host host, String present, TlsFiles files) throws IOException {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(host.name())
                .setPort(host.port())
                .setDatabase(address.database())
                .setUser(address.user())
                .setPassword(present)
                // And nothing else: with its default settings PgBouncer refuses a connection that sets more at its
                // start.
                .setProperties(new HashMap<>(Map.of(
                        "application_name", address.applicationName(), "client_encoding", "utf8", "DateStyle", "ISO")));
        try {
            files.addTo(options);
        } catch (GeneralSecurityException unusable) {
            throw new IOException("The certificates of the database's address can't be used.", unusable);
        }
        return options;
    }
}
