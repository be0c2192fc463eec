package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Debian's nginx with the configuration that is shipped for the proxy, in place of the image of the compose file, which has the
 * same configuration. Only addresses, files and how HTTP/2 is switched on are others; each of them is there once.
 */
final class Nginx implements AutoCloseable {

    private static final Path SHIPPED = Path.of("docker", "proxy", "nginx.conf");
    /** As its master process runs, so that the folder of a build need not be open to others. */
    private static final String CACHE = """
            user root root;
            events {}
            http {
                access_log off;
                proxy_cache_path {folder}/cache keys_zone=answers:1m;
                server {
                    listen 127.0.0.1:{port};
                    location / {
                        proxy_pass http://{upstream};
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
    private final Path folder;
    private final int port;

    private Nginx(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Starts the proxy in front of a replica, in a folder of its own, and waits until it listens. */
    static Nginx inFrontOf(URI replica, Path folder) throws IOException {
        Files.createDirectories(folder);
        int port = freePort();
        certificate(folder);
        return start(configuration(port, replica, folder), folder, port);
    }

    /** Starts a cache in front of a replica: one that keeps everything, also what is private, and goes by {@code Vary} alone. */
    static Nginx caching(URI replica, Path folder) throws IOException {
        Files.createDirectories(folder);
        int port = freePort();
        String configuration = CACHE.replace("{folder}", folder.toString())
                .replace("{port}", String.valueOf(port))
                .replace("{upstream}", upstream(replica));
        return start(configuration, folder, port);
    }

    private static Nginx start(String text, Path folder, int port) throws IOException {
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, text);
        Path log = folder.resolve("nginx.log");
        List<String> command = List.of(
                "nginx",
                "-p",
                folder + "/",
                "-c",
                configuration.toString(),
                "-e",
                log.toString(),
                "-g",
                "daemon off; pid " + folder.resolve("nginx.pid") + ";");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        await().atMost(LONGEST_START).until(() -> !process.isAlive() || listens(port));
        assertThat(process.isAlive()).as("nginx runs, see " + folder).isTrue();
        return new Nginx(process, folder, port);
    }

    /** Where one answers that does not speak TLS. */
    URI plain() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI url() {
        return URI.create("https://localhost:" + port);
    }

    /** Trust in its certificate alone. */
    SSLContext trust() {
        return trust(folder.resolve("tls.crt"));
    }

    /** Trust in one certificate alone. */
    static SSLContext trust(Path certificate) {
        try (InputStream file = Files.newInputStream(certificate)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "proxy", CertificateFactory.getInstance("X.509").generateCertificate(file));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException failure) {
            throw new AssertionError("The proxy's certificate can't be used.", failure);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static String configuration(int port, URI replica, Path folder) throws IOException {
        String upstream = upstream(replica);
        // Debian's nginx is older than the image's: there HTTP/2 is a word of "listen".
        Map<String, String> others = Map.of(
                "listen 8443 ssl;",
                "listen " + port + " ssl http2;",
                "http2 on;",
                "",
                "licensing-1:8080",
                upstream,
                "licensing-2:8080",
                upstream,
                "keycloak:8080",
                upstream,
                "/run/secrets/tls.crt",
                folder.resolve("tls.crt").toString(),
                "/run/secrets/tls.key",
                folder.resolve("tls.key").toString());
        String configuration = Files.readString(SHIPPED);
        for (Map.Entry<String, String> other : others.entrySet()) {
            assertThat(configuration).containsOnlyOnce(other.getKey());
            configuration = configuration.replace(other.getKey(), other.getValue());
        }
        return configuration;
    }

    private static String upstream(URI replica) {
        return InetAddress.getLoopbackAddress().getHostAddress() + ":" + replica.getPort();
    }

    /** As {@code docker/start} makes it: {@code tls.crt} and {@code tls.key}. */
    static void certificate(Path folder) {
        OperatorCommand.run(
                List.of(
                        "openssl",
                        "req",
                        "-x509",
                        "-newkey",
                        "ec",
                        "-pkeyopt",
                        "ec_paramgen_curve:prime256v1",
                        "-nodes",
                        "-days",
                        "90",
                        "-subj",
                        "/CN=localhost",
                        "-addext",
                        "subjectAltName=DNS:localhost",
                        "-keyout",
                        folder.resolve("tls.key").toString(),
                        "-out",
                        folder.resolve("tls.crt").toString()),
                Map.of());
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
