package com.optymyse.inspire.licensing.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Prometheus' own tool. Tests that need it are skipped where it is not installed. */
final class Promtool {

    private Promtool() {}

    /** What came of a call: its exit code, and all that it wrote. */
    record Outcome(int code, String report) {}

    /** Runs it with these arguments; {@code input} is what it reads. */
    static Outcome run(String input, String... arguments) throws IOException, InterruptedException {
        assumeTrue(isInstalled(), "This test needs promtool on the PATH.");
        Process promtool = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Arrays.stream(arguments))
                        .toList())
                .redirectErrorStream(true)
                .start();
        promtool.outputWriter(UTF_8).append(input).close();
        String report = new String(promtool.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(promtool.waitFor(), report);
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
    }
}
