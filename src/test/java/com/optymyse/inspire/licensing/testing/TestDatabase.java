package com.optymyse.inspire.licensing.testing;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections by JDBC for tests, to look into the service's database by hand. The service itself has none. */
final class TestDatabase {

    @Produces
    @Singleton
    static DataSource source(
            @ConfigProperty(name = "licensing.database.url") String url,
            @ConfigProperty(name = "licensing.database.username") String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:" + url);
        source.setUser(user);
        source.setPassword(user);
        return source;
    }
}
