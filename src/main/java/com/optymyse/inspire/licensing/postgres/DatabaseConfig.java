package com.optymyse.inspire.licensing.postgres;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How the service connects to its database, and how long it waits for it. */
@ConfigMapping(prefix = "licensing.database")
public interface DatabaseConfig {

    /**
     * The database's address in libpq's form: {@code
     * postgresql://host/database?sslmode=verify-full&sslrootcert=system}. Required. The service expands no expressions
     * in it.
     */
    Optional<String> url();

    /** The role that connects, if the address names none. */
    Optional<String> username();

    /**
     * The role's password, if the address has none. The service expands no expressions in it. It reads a password file
     * in the secrets folder for each new connection, and you can change that file while the service runs.
     */
    Optional<String> password();

    /** Whether the service brings its tables up to date after it has started. Turn it off if another job does it. */
    @WithDefault("true")
    boolean migrateAtStart();

    /**
     * The time limit for each of these: opening a connection to one server of the address, waiting for a free
     * connection of the pool (for each server), waiting for a lock, and running a statement. A second to a minute.
     */
    @WithDefault("2S")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 1)
    Duration timeout();

    /**
     * How long a transaction may take in total. After that the service refuses the request. PostgreSQL ends a
     * transaction that is idle for the same time, which releases the locks of a replica that died. A second to a
     * minute.
     */
    @WithDefault("5S")
    @DurationMin(seconds = 1)
    @DurationMax(minutes = 1)
    Duration transactionTimeout();
}
