package com.optymyse.inspire.licensing.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The image as it is shipped, of the {@link ReleasedPackage}. */
public final class ReleasedImage {

    private ReleasedImage() {}

    /** Where the package is that an image is made of. */
    public static Path content() {
        return ReleasedPackage.application();
    }

    /**
     * Builds an image.
     *
     * @param name what it is called then
     * @param arguments the build arguments
     */
    public static void build(String name, Map<String, String> arguments) {
        List<String> command = new ArrayList<>(List.of("docker", "build", "-f", "docker/Dockerfile", "-t", name));
        // Nothing that is fetched during a build can make it another image.
        command.addAll(List.of("--network", "none", "--build-arg", "BUILD=" + ReleasedPackage.folder()));
        arguments.forEach((argument, value) -> command.addAll(List.of("--build-arg", argument + "=" + value)));
        command.add(".");
        Path log = Path.of("target", name.replace(':', '-') + ".log");
        if (exitOf(command, log) != 0) {
            throw new IllegalStateException("docker build failed, see " + log + ".");
        }
    }

    private static int exitOf(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException("docker can't be started.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the image is built.", interrupted);
        }
    }
}
