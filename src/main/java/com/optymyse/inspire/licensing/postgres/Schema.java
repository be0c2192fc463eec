package com.optymyse.inspire.licensing.postgres;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables as this release needs them: which migrations make them, and what brings them up to date. */
final class Schema {

    static final String FOLDER = "db/migration";

    /** All files of the folder, which can't be listed in a package. */
    static final List<String> FILES = List.of("V1__baseline.sql");

    /** The migrations that have run, as Flyway keeps them. */
    static final String HISTORY = "SELECT version, checksum FROM flyway_schema_history WHERE success";

    private Schema() {}

    /**
     * Whether nothing is left to do. What a newer release has added does not count.
     *
     * @param history what {@link #HISTORY} finds: the checksum of each version
     */
    static boolean isCurrent(Map<String, Integer> history) {
        return history.entrySet().containsAll(needed().entrySet());
    }

    /** Whether a migration that has run differs from this release's migration of the same version. */
    static boolean isOfOther(Map<String, Integer> history) {
        return needed().entrySet().stream()
                .anyMatch(needed -> history.containsKey(needed.getKey())
                        && !needed.getValue().equals(history.get(needed.getKey())));
    }

    /** The history of migrations in the form that {@link #isCurrent} takes, from a query's rows. */
    static Map<String, Integer> checksums(RowSet<Row> history) {
        Map<String, Integer> checksums = new HashMap<>();
        history.forEach(row -> checksums.put(row.getString("version"), row.getInteger("checksum")));
        return checksums;
    }

    /**
     * Runs what has not run yet, for one caller at a time, and returns how many migrations that was.
     *
     * @throws org.flywaydb.core.api.FlywayException when it can't be done
     */
    static int migrate(DataSource owner) {
        return Flyway.configure()
                .dataSource(owner)
                .resourceProvider(new MigrationFiles())
                // Java migrations would be looked for in all of the class path.
                .javaMigrationClassProvider(List::of)
                // A schema that is not there was named by mistake, and nobody would look for the tables in it.
                .createSchemas(false)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    /** Each version with its checksum. */
    static Map<String, Integer> needed() {
        return FILES.stream()
                .collect(Collectors.toMap(file -> file.substring(1, file.indexOf("__")), Schema::checksum));
    }

    static InputStream open(String file) {
        return Objects.requireNonNull(
                Schema.class.getClassLoader().getResourceAsStream(FOLDER + "/" + file), () -> file + " is missing.");
    }

    /** Flyway's: CRC-32 of the lines without what ends them. */
    private static int checksum(String file) {
        CRC32 sum = new CRC32();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return (int) sum.getValue();
    }
}
