package com.optymyse.inspire.licensing.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Builds released packages that differ from the shipped one in what a benchmark compares with. Each is built from a copy of
 * the sources by the service's own {@code pom.xml}, so that both have the same extensions, in the same versions.
 */
final class Built {

    private static final Path SERVICE = Path.of("src", "main");
    private static final Path TRAINING = Path.of("src", "training");
    private static final Path PARTS_OF_THE_PAGE = Path.of("src", "build", "sbom.mjs");
    private static final Path COMPARISONS = Path.of("src", "benchmark");

    private Built() {}

    /** Builds the service with endpoints beside it that answer nothing. */
    static void serviceWithEmptyEndpoints(Path folder) throws IOException, InterruptedException {
        Path sources = emptied(folder);
        copy(SERVICE, sources.resolve(SERVICE));
        copy(COMPARISONS.resolve("endpoints"), sources.resolve(SERVICE).resolve("java"));
        build(sources, folder);
    }

    /** Builds an application that has the service's extensions and does nothing. */
    static void emptyApplication(Path folder) throws IOException, InterruptedException {
        Path sources = emptied(folder);
        copy(COMPARISONS.resolve("application"), sources.resolve(SERVICE));
        build(sources, folder);
    }

    private static Path emptied(Path folder) throws IOException {
        Path sources = folder.resolveSibling(folder.getFileName() + "-sources");
        if (Files.exists(sources)) {
            try (Stream<Path> old = Files.walk(sources)) {
                for (Path path :
                        old.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(path);
                }
            }
        }
        return sources;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            List<Path> files = all.filter(path -> Files.isRegularFile(path)
                            && Stream.of("node_modules", "dist").noneMatch(path.toString()::contains))
                    .toList();
            for (Path file : files) {
                Path copied = to.resolve(from.relativize(file));
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void build(Path sources, Path folder) throws IOException, InterruptedException {
        copy(TRAINING, sources.resolve(TRAINING));
        // Nobody reads the SBOM of these packages, so their build adds nothing to it.
        Path script = sources.resolve(PARTS_OF_THE_PAGE);
        Files.createDirectories(script.getParent());
        Files.writeString(script, "");
        Path pom = sources.resolve("pom.xml");
        Files.copy(Path.of("pom.xml"), pom, StandardCopyOption.REPLACE_EXISTING);
        Path log = Path.of(folder + ".log");
        List<String> command = new ArrayList<>(List.of("./mvnw", "-B", "-f", pom.toString(), "-Dquick", "-Drelease"));
        Optional.ofNullable(System.getProperty("maven.repo.local"))
                .ifPresent(repository -> command.add("-Dmaven.repo.local=" + repository));
        command.addAll(List.of("-DbuildDirectory=" + folder.toAbsolutePath(), "clean", "package"));
        int exit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("The package can't be built, see " + log + ".");
        }
    }
}
