package com.optymyse.inspire.licensing.postgres;

import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Quarkus reads of the database's address. It has no datasource without an address in its own form, which it parses before
 * it asks for a pool; so it gets one that leads nowhere. And it takes secrets literally, where it would look for expressions.
 */
@Priority(Priorities.APPLICATION)
public final class DatabasePlaceholder implements ConfigSourceInterceptor {

    static final String NAME = "placeholder for " + DatabaseSettings.URL;
    static final String URL = "quarkus.datasource.reactive.url";

    private static final long serialVersionUID = 1L;
    private static final String NOWHERE = "postgresql://see.licensing.database.url.invalid";
    private static final Set<String> LITERAL =
            Set.of(DatabaseSettings.URL, DatabaseSettings.USERNAME, DatabaseSettings.PASSWORD, "licensing.secret.keys");

    @Override
    public @Nullable ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        if (LITERAL.contains(name)) {
            return Expressions.withoutExpansion(() -> context.proceed(name));
        }
        ConfigValue configured = context.proceed(name);
        return name.equals(URL) && configured == null
                ? ConfigValue.builder()
                        .withName(URL)
                        .withValue(NOWHERE)
                        .withConfigSourceName(NAME)
                        .build()
                : configured;
    }
}
