package com.optymyse.inspire.licensing.topology;

import com.optymyse.inspire.licensing.processes.TlsCertificate;
import com.optymyse.inspire.licensing.testing.ReleasedImage;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Two replicas and all that they need, of a copy of {@code docker/}, so that nobody's secrets are touched. */
final class Topology implements AutoCloseable {

    private static final String PROJECT = "inspire-licensing-it";
    private static final String IMAGE = "inspire-licensing:it";
    private static final String IDENTITY_PROVIDER = "inspire-licensing-keycloak:it";
    private static final String PROXY = "haproxy:lts";
    private static final String PROXY_OF_THE_DISTRIBUTION = "inspire-licensing-proxy:it";
    private static final Path FOLDER = Path.of("target", "topology").toAbsolutePath();
    private static final Path SECRETS = FOLDER.resolve("docker/secrets");
    private static final Path LOG = FOLDER.resolve("commands.log");
    private static final String POSTGRES_PASSWORD = "only-for-tests";

    private final int port = freePort();
    private final String proxy;
    private final Commands commands;

    private Topology() throws IOException {
        copy(Path.of("docker"), FOLDER.resolve("docker"));
        proxy = proxy();
        commands = new Commands(FOLDER, settings(), LOG);
        Files.createDirectories(SECRETS);
        Files.writeString(SECRETS.resolve("postgres-password"), POSTGRES_PASSWORD);
    }

    /** Builds the image and starts everything by {@code docker/start}. */
    static Topology start() throws IOException {
        ReleasedImage.build(IMAGE, Map.of());
        Topology topology = new Topology();
        topology.build(IDENTITY_PROVIDER, "keycloak.Dockerfile", Path.of("target/keycloak"));
        if (topology.proxy.equals(PROXY_OF_THE_DISTRIBUTION)) {
            topology.build(PROXY_OF_THE_DISTRIBUTION, "proxy.Dockerfile", Path.of("src/test/compose"));
        }
        topology.type("docker/start");
        return topology;
    }

    /** The image of the compose file where it can be had, else one of the distribution's package. */
    private static String proxy() {
        Commands plain = new Commands(FOLDER, Map.of(), LOG);
        return plain.succeeds("docker", "image", "inspect", PROXY) || plain.succeeds("docker", "pull", PROXY)
                ? PROXY
                : PROXY_OF_THE_DISTRIBUTION;
    }

    private void build(String image, String file, Path context) {
        commands.run(
                "docker",
                "build",
                "-t",
                image,
                "-f",
                Path.of("src/test/compose", file).toAbsolutePath().toString(),
                context.toAbsolutePath().toString());
    }

    RequestSpecification throughTheProxy() {
        return RestAssured.given()
                .relaxedHTTPSValidation()
                .baseUri("https://localhost")
                .port(port);
    }

    RequestSpecification of(String service) {
        return RestAssured.given().baseUri(address(service, "8080").toString());
    }

    private URI address(String service, String inside) {
        String address = commands.run("docker-compose", "port", service, inside).strip();
        return URI.create("http://localhost" + address.substring(address.lastIndexOf(':')));
    }

    /** What commands of a document print, typed as they are; only the address of the installation is another one. */
    String type(String documented) {
        return type(documented, Map.of());
    }

    /** The same where some settings of the operator are others than before. */
    String type(String documented, Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(commands.settings());
        settings.putAll(others);
        return new Commands(FOLDER, settings, LOG)
                .run("bash", "-euc", documented.replace("https://localhost:8443", "https://localhost:" + port));
    }

    /** Where documented commands are typed, and find their files. */
    Path folder() {
        return FOLDER;
    }

    /** The address at which services and browsers find the installation. */
    URI door() {
        return URI.create("https://localhost:" + port);
    }

    /** Trust in the certificate that {@code docker/start} has made. */
    SSLContext trust() {
        return TlsCertificate.trust(SECRETS);
    }

    SandboxControl licensingServer() {
        return new SandboxControl(address("licensing-server", "8585").resolve("/sandbox"));
    }

    /** What a replica counts of its requests, read where only the installation itself can read it. */
    String metrics(String replica) {
        return type("docker-compose exec -T " + replica + " bash -c '"
                + "exec 3<>/dev/tcp/localhost/9000; printf \"GET /q/metrics HTTP/1.0\\r\\n\\r\\n\" >&3; cat <&3'");
    }

    /** A label of a service's container, which has those of its image, too. */
    String label(String service, String name) {
        return type("docker inspect -f '{{index .Config.Labels \"" + name + "\"}}' $(docker-compose ps -q " + service
                        + ")")
                .strip();
    }

    /** As a host does that loses its power. */
    void kill(String service) {
        commands.run("docker-compose", "kill", service);
    }

    /** A token as a person gets it, or a service for {@code client_credentials}. */
    String token(Map<String, String> form) {
        return of("keycloak")
                .formParams(form)
                .post("/auth/realms/inspire/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    String secret(String name) {
        try {
            return Files.readString(SECRETS.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException("docker/start has not made the secret.", failure);
        }
    }

    /** Deletes the service and its database. Files, the identity provider and the vendor's licensing server remain. */
    void deleteDatabase() {
        commands.run(
                "docker-compose", "rm", "--stop", "--force", "-v", "proxy", "licensing-1", "licensing-2", "postgres");
        commands.run("docker", "volume", "rm", PROJECT + "_database");
    }

    @Override
    public void close() {
        commands.run("docker-compose", "down", "--volumes", "--timeout", "5");
    }

    private Map<String, String> settings() throws IOException {
        String compose = FOLDER.resolve("docker/compose.yml") + ":"
                + Path.of("src/test/compose/story.yml").toAbsolutePath();
        Map<String, String> settings = new HashMap<>(vendor());
        settings.putAll(Map.of(
                "COMPOSE_PROJECT_NAME",
                PROJECT,
                "COMPOSE_FILE",
                compose,
                "INSPIRE_URL",
                "https://localhost:" + port,
                "INSPIRE_PORT",
                String.valueOf(port),
                "LICENSING_IMAGE",
                IMAGE,
                "KEYCLOAK_IMAGE",
                IDENTITY_PROVIDER,
                "PROXY_IMAGE",
                proxy,
                "POSTGRES_PASSWORD",
                POSTGRES_PASSWORD,
                "SANDBOX_PACKAGE",
                Path.of("target/quarkus-app").toAbsolutePath().toString()));
        return settings;
    }

    /** The sandbox as vendor, by its Ed25519 key alone. */
    private static Map<String, String> vendor() throws IOException {
        Properties test = new Properties();
        try (InputStream file = Topology.class.getResourceAsStream("/application-test.properties")) {
            test.load(file);
        }
        String keys = test.getProperty("licensing.vendor.keys");
        return Map.of(
                "LICENSING_VENDOR_KEYS", keys.substring(0, keys.indexOf(',')),
                "LICENSING_VENDOR_ACCOUNT", test.getProperty("licensing.vendor.account"),
                "LICENSING_VENDOR_PRODUCT", test.getProperty("licensing.vendor.product"));
    }

    /** Copies a folder of files, without an operator's secrets. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(from.resolve("secrets")))
                    .toList()) {
                copyFile(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void copyFile(Path file, Path copied) throws IOException {
        Files.createDirectories(copied.getParent());
        Files.deleteIfExists(copied);
        Files.copy(file, copied, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
