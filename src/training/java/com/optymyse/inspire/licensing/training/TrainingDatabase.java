package com.optymyse.inspire.licensing.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tukaani.xz.XZInputStream;

/** A new PostgreSQL for this host's processor, which listens at 127.0.0.1 alone. */
final class TrainingDatabase implements AutoCloseable {

    static final String USER = "postgres";

    private final Path log;
    private final Process server;

    /**
     * Unpacks and starts it, and does not wait until it is ready.
     *
     * @param folder where it unpacks its binaries and keeps its data
     * @throws TrainingFailed when it cannot be unpacked, or cannot make its data directory
     */
    TrainingDatabase(Path folder, int port) throws IOException, InterruptedException, TrainingFailed {
        log = folder.resolve("postgres.log");
        Path binaries = Files.createDirectories(folder.resolve("postgres"));
        unpack(binaries);
        Path data = folder.resolve("data");
        List<String> initialize =
                new ArrayList<>(List.of(binaries.resolve("bin/initdb").toString()));
        initialize.addAll(List.of("-D", data.toString(), "-U", USER, "--auth=trust", "--encoding=UTF8"));
        initialize.addAll(List.of("--locale=C", "--no-sync"));
        if (start(initialize).waitFor() != 0) {
            throw new TrainingFailed("initdb failed: " + Files.readString(log));
        }
        List<String> serve =
                new ArrayList<>(List.of(binaries.resolve("bin/postgres").toString()));
        serve.addAll(List.of("-D", data.toString(), "-p", String.valueOf(port), "-c", "fsync=off"));
        serve.addAll(List.of("-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="));
        server = start(serve);
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().join();
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** The runtime's image has tar, and no xz. */
    private static void unpack(Path folder) throws IOException, InterruptedException, TrainingFailed {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-linux-" + architecture + ".txz";
        Process tar = new ProcessBuilder("tar", "-x", "-C", folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream packed = new XZInputStream(Objects.requireNonNull(
                        TrainingDatabase.class.getResourceAsStream(name), name + " is not on the class path."));
                OutputStream into = tar.getOutputStream()) {
            packed.transferTo(into);
        }
        if (tar.waitFor() != 0) {
            throw new TrainingFailed("tar could not unpack PostgreSQL.");
        }
    }
}
