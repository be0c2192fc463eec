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
import java.util.List;

/**
 * Debian's nginx as a cache in front of a replica: one that keeps everything, also what is private, and goes by {@code Vary}
 * alone. HAProxy's cache keeps nothing that is private.
 */
final class CachingProxy implements AutoCloseable {

    /** As its master process runs, so that the folder of a build need not be open to others. */
    private static final String CONFIGURATION = """
            user root root;
            events {}
            http {
                access_log off;
                proxy_cache_path {folder}/cache keys_zone=answers:1m;
                server {
                    listen 127.0.0.1:{port};
                    location / {
                        proxy_pass http://127.0.0.1:{replica};
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                        proxy_cache answers;
                        proxy_cache_valid 200 10m;
                        proxy_ignore_headers Cache-Control;
                        add_header X-Cache $upstream_cache_status always;
                    }
                }
            }
            """;

    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private final Process process;
    private final int port;

    private CachingProxy(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it in a folder of its own, and waits until it listens. */
    static CachingProxy inFrontOf(URI replica, Path folder) throws IOException {
        Files.createDirectories(folder);
        int port = freePort();
        Path configuration = Files.writeString(
                folder.resolve("nginx.conf"),
                CONFIGURATION
                        .replace("{folder}", folder.toString())
                        .replace("{port}", String.valueOf(port))
                        .replace("{replica}", String.valueOf(replica.getPort())));
        List<String> command = List.of(
                "nginx",
                "-p",
                folder + "/",
                "-c",
                configuration.toString(),
                "-e",
                folder.resolve("nginx.log").toString(),
                "-g",
                "daemon off; pid " + folder.resolve("nginx.pid") + ";");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        await().atMost(LONGEST_START).until(() -> !process.isAlive() || listens(port));
        assertThat(process.isAlive()).as("nginx runs, see " + folder).isTrue();
        return new CachingProxy(process, port);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
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
