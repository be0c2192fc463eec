package com.optymyse.inspire.licensing.processes;

import com.optymyse.inspire.licensing.testing.ReleasedPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The present package with a vendor built in, as an operator does it, in a folder of its own. */
final class BuiltInVendor {

    private BuiltInVendor() {}

    /**
     * Builds it and returns the folder {@code quarkus-app}.
     *
     * @param folder an empty one, or none yet
     * @param anchors the {@code licensing.vendor.*} properties
     */
    static Path build(Path folder, Map<String, String> anchors) {
        try {
            Path application = copy(ReleasedPackage.application(), folder.resolve("quarkus-app"));
            Path vendor = Files.writeString(
                    folder.resolve("vendor.properties"),
                    anchors.entrySet().stream()
                            .map(anchor -> anchor.getKey() + "=" + anchor.getValue() + "\n")
                            .collect(Collectors.joining()));
            OperatorCommand.run(
                    application,
                    Map.of(),
                    List.of("vendor", "build-in", ownJar(application).toString(), vendor.toString()));
            return application;
        } catch (IOException failure) {
            throw new UncheckedIOException("The package can't be copied.", failure);
        }
    }

    /** What is not changed is linked. */
    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolve("app"));
        for (String linked : List.of("lib", "quarkus")) {
            Files.createSymbolicLink(to.resolve(linked), from.resolve(linked).toAbsolutePath());
        }
        Files.copy(from.resolve("quarkus-run.jar"), to.resolve("quarkus-run.jar"));
        try (Stream<Path> jars = Files.list(from.resolve("app"))) {
            for (Path jar : jars.toList()) {
                Files.copy(jar, to.resolve("app").resolve(jar.getFileName()));
            }
        }
        return to;
    }

    private static Path ownJar(Path application) throws IOException {
        try (Stream<Path> files = Files.list(application.resolve("app"))) {
            return files.findFirst().orElseThrow();
        }
    }
}
