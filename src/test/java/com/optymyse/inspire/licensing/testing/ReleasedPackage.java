package com.optymyse.inspire.licensing.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The package as it is shipped, built from the sources as they are. */
public final class ReleasedPackage {

    private static final Path LOG = Path.of("target", "released-package.log");

    private static @Nullable Path built;

    private ReleasedPackage() {}

    /**
     * The folder in which the package was built, once for all tests of a JVM. With {@code -Dreleased.package=folder} it is
     * taken from there instead, as some earlier build has left it.
     */
    public static synchronized Path folder() {
        if (built == null) {
            String given = System.getProperty("released.package");
            built = given == null ? build(Path.of("target", "released-package")) : Path.of(given);
        }
        return built;
    }

    /** Where its application is, ready to be started. */
    public static Path application() {
        return folder().resolve("quarkus-app");
    }

    private static Path build(Path folder) {
        List<String> command = new ArrayList<>(List.of("./mvnw", "-B", "-Drelease", "-DbuildDirectory=" + folder));
        Optional.ofNullable(System.getProperty("maven.repo.local"))
                .ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
        // The build that runs this has checked the sources already.
        command.addAll(List.of("-Dspotless.check.skip", "-Dforbiddenapis.skip", "clean", "package"));
        if (exitOf(command) != 0) {
            throw new IllegalStateException("./mvnw -Drelease package failed, see " + LOG + ".");
        }
        return folder;
    }

    private static int exitOf(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(LOG.toFile())
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException("./mvnw can't be started.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the package is built.", interrupted);
        }
    }
}
