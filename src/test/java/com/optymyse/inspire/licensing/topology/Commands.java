package com.optymyse.inspire.licensing.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs commands as somebody types them.
 *
 * @param folder where
 * @param settings environment variables beside those of this process
 * @param log the file that their errors go to
 */
record Commands(Path folder, Map<String, String> settings, Path log) {

    /** What the command prints; fails unless it succeeds. */
    String run(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(List.of(command) + " failed, see " + log + ".\n" + output);
            }
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(command[0] + " can't be started.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted by somebody while a command runs.", interrupted);
        }
    }

    /** Whether the command succeeds. */
    boolean succeeds(String... command) {
        try {
            run(command);
            return true;
        } catch (IllegalStateException failed) {
            return false;
        }
    }
}
