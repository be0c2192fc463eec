package com.optymyse.inspire.licensing.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the service treats its database. */
@ConfigMapping(prefix = "licensing.database")
public interface DatabaseConfig {

    /** Whether the service brings its tables up to date after it has started. Off where another job does it. */
    @WithDefault("true")
    boolean migrateAtStart();
}
