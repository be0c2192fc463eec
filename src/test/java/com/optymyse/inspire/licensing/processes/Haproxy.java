package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Debian's HAProxy with the configuration that is shipped for the proxy, in place of the image of the compose file, which has the
 * same configuration. Only ports, files and who tells addresses are others. The replicas are called as in the compose file.
 */
final class Haproxy implements AutoCloseable {

    static final String FIRST = "licensing-1";
    static final String SECOND = "licensing-2";

    private static final Path SHIPPED = Path.of("docker", "proxy", "haproxy.cfg");
    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private final Process process;
    private final Path folder;
    private final int port;

    private Haproxy(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts it in a folder of its own, and waits until it listens; it need not have found a replica then.
     *
     * @param names where the replicas are
     * @param api the port of each replica's API
     * @param management the port of each replica's management
     * @param others words of the configuration, each there once, and what is there instead
     */
    static Haproxy start(Path folder, NameServer names, int api, int management, Map<String, String> others)
            throws IOException {
        Files.createDirectories(folder);
        TlsCertificate.make(folder);
        int port = freePort();
        Path configuration = folder.resolve("haproxy.cfg");
        Files.writeString(configuration, configuration(folder, port, names, api, management, others));
        Process process = new ProcessBuilder("haproxy", "-W", "-db", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("haproxy.log").toFile())
                .start();
        await().atMost(LONGEST_START).until(() -> !process.isAlive() || listens(port));
        assertThat(process.isAlive()).as("HAProxy runs, see " + folder).isTrue();
        return new Haproxy(process, folder, port);
    }

    URI url() {
        return URI.create("https://localhost:" + port);
    }

    /** Trust in its certificate alone. */
    SSLContext trust() {
        return TlsCertificate.trust(folder);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static String configuration(
            Path folder, int port, NameServer names, int api, int management, Map<String, String> others)
            throws IOException {
        Map<String, String> once = new HashMap<>(others);
        once.putAll(Map.of(
                "bind :8443 ssl crt /run/secrets/tls.crt",
                "bind 127.0.0.1:" + port + " ssl crt " + folder.resolve("tls.crt"),
                "parse-resolv-conf",
                "nameserver test 127.0.0.1:" + names.port(),
                "init-addr last,libc,none",
                "init-addr none",
                "default-server port 9000",
                "default-server port " + management));
        String configuration = Files.readString(SHIPPED);
        for (Map.Entry<String, String> other : once.entrySet()) {
            assertThat(configuration).containsOnlyOnce(other.getKey());
            configuration = configuration.replace(other.getKey(), other.getValue());
        }
        List<String> several =
                List.of(FIRST + ":8080", SECOND + ":8080", "abns@licensing-operations", "127.0.0.1:8404");
        assertThat(configuration).contains(several);
        return configuration
                .replace(":8080", ":" + api)
                .replace("abns@licensing-operations", "abns@licensing-operations-" + port)
                .replace("127.0.0.1:8404", "abns@licensing-found-" + port);
    }

    private static boolean listens(int port) {
        try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return connection.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
