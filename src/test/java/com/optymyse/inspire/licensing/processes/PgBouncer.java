package com.optymyse.inspire.licensing.processes;

import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.testing.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A PgBouncer before a PostgreSQL, with its default settings but for those of the mode. */
final class PgBouncer implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private final Path folder;
    private final MortalPostgres postgres;
    private final int port;
    private Process running;

    /** @param settings lines of its section {@code [pgbouncer]} */
    PgBouncer(Path folder, MortalPostgres postgres, String... settings) throws IOException {
        this.folder = folder;
        this.postgres = postgres;
        this.port = freePort();
        this.running = run(settings);
    }

    String address() {
        return "localhost:" + port + "/" + postgres.database();
    }

    /** Goes on with other settings, at the same address. */
    void restart(String... settings) throws IOException {
        close();
        running = run(settings);
    }

    @Override
    public void close() {
        running.destroyForcibly().onExit().join();
    }

    private Process run(String... settings) throws IOException {
        Path users = Files.writeString(folder.resolve("users.txt"), "\"" + EmbeddedServer.user() + "\" \"\"\n");
        Path file = folder.resolve("pgbouncer.ini");
        Files.writeString(
                file,
                String.format(
                        Locale.ROOT,
                        """
                [databases]
                %s = host=localhost port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = trust
                auth_file = %s
                %s
                """,
                        postgres.database(),
                        postgres.port(),
                        port,
                        users,
                        String.join("\n", settings)));
        Process process = new ProcessBuilder(command(file))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("pgbouncer.log").toFile())
                .start();
        await().atMost(LONGEST_START).until(() -> !process.isAlive() || accepts());
        if (!process.isAlive()) {
            throw new IllegalStateException("PgBouncer: " + Files.readString(folder.resolve("pgbouncer.log")));
        }
        return process;
    }

    /** It refuses to run as root; without a name of its own, as in a user namespace, it runs. */
    private static List<String> command(Path file) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.addAll(List.of("pgbouncer", file.toString()));
        return command;
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException("No port is free.", failure);
        }
    }
}
