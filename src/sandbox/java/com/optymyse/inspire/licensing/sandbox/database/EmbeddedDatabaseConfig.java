package com.optymyse.inspire.licensing.sandbox.database;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Configures dev mode with an embedded PostgreSQL, unless a database is configured already. In every
 * other profile it configures nothing and starts nothing.
 */
public final class EmbeddedDatabaseConfig implements ConfigSourceFactory {

    private static final String URL = "licensing.database.url";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean wanted =
                context.getProfiles().contains("dev") && context.getValue(URL).getValue() == null;
        return wanted ? List.of(new Source()) : List.of();
    }

    /** The database is started when the address is read, not when the names are listed. */
    private static final class Source implements ConfigSource {

        /** Below everything that people configure. */
        private static final int ORDINAL = 50;

        private final Map<String, Supplier<String>> values = Map.of(
                URL,
                () -> "postgresql://" + EmbeddedDatabase.address(),
                "licensing.database.username",
                () -> EmbeddedDatabase.ROLE,
                "licensing.database.password",
                () -> EmbeddedDatabase.ROLE);

        @Override
        public int getOrdinal() {
            return ORDINAL;
        }

        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public @Nullable String getValue(String name) {
            Supplier<String> value = values.get(name);
            return value == null ? null : value.get();
        }

        @Override
        public String getName() {
            return "embedded PostgreSQL";
        }
    }
}
