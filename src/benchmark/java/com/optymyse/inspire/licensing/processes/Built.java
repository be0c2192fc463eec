package com.optymyse.inspire.licensing.processes;

import java.io.IOException;
import java.nio.file.Path;

/** Builds released packages that differ from the shipped one in what a benchmark compares with. */
final class Built {

    private Built() {}

    /**
     * Builds a package.
     *
     * @param difference the property that says how it differs
     * @param folder where it goes
     */
    static void with(String difference, Path folder) throws IOException, InterruptedException {
        Path log = Path.of(folder + ".log");
        int exit = new ProcessBuilder(
                        "./mvnw", "-B", "-Drelease", "-D" + difference, "-DbuildDirectory=" + folder, "package")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("The package can't be built, see " + log + ".");
        }
    }
}
