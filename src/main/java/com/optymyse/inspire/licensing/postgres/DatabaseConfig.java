package com.optymyse.inspire.licensing.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the service treats its database. */
@ConfigMapping(prefix = "licensing.database")
public interface DatabaseConfig {

    /**
     * The database's address in libpq's form: {@code postgresql://host/database?sslmode=verify-full&sslrootcert=system}.
     * Required. It is taken literally.
     */
    Optional<String> url();

    /** The role that connects, where the address names none. */
    Optional<String> username();

    /**
     * The role's password, where the address has none. It is taken literally. As a file of the folder of secrets it is read
     * for each new connection, so that it may change while the service runs.
     */
    Optional<String> password();

    /** Whether the service brings its tables up to date after it has started. Off where another job does it. */
    @WithDefault("true")
    boolean migrateAtStart();

    /**
     * How long each of these may take: a connection to one of the address' servers until it can be used, a free connection
     * of the pool (for each of the servers), a lock, and a statement. A second to a minute.
     */
    @WithDefault("2S")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 1)
    Duration timeout();

    /**
     * How long a transaction may take in all before its caller is refused. PostgreSQL ends a transaction that is idle for so
     * long, and so releases the locks of a replica that died. A second to a minute.
     */
    @WithDefault("5S")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 1)
    Duration transactionTimeout();
}
