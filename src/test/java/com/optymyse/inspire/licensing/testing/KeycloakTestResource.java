package com.optymyse.inspire.licensing.testing;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} a real Keycloak with the realm of {@code docker/keycloak}, by
 * {@code @WithTestResource(KeycloakTestResource.class)}, and lets the service trust it as in production. The profile "thorough"
 * has unpacked it. A field of type {@link Keycloak} is filled with what talks to it.
 */
public final class KeycloakTestResource implements QuarkusTestResourceLifecycleManager {

    private static final Path UNPACKED = Path.of("target", "keycloak");
    private static final Path REALM = Path.of("docker", "keycloak", "inspire-realm.json");
    private static final Path LOG = Path.of("target", "keycloak.log");
    private static final Duration LONGEST_START = Duration.ofMinutes(5);

    private @Nullable Process process;
    private @Nullable Keycloak keycloak;

    @Override
    public Map<String, String> start() {
        int port = freePort();
        keycloak = new Keycloak("http://localhost:" + port);
        try {
            process = started(home(), port);
        } catch (IOException failure) {
            throw new UncheckedIOException("Keycloak does not start.", failure);
        }
        Keycloak asked = keycloak;
        await("Keycloak, see " + LOG)
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(500))
                .until(asked::isThere);
        return Map.of(
                "mp.jwt.verify.publickey.location",
                asked.realm() + "/protocol/openid-connect/certs",
                "mp.jwt.verify.issuer",
                asked.realm(),
                "mp.jwt.verify.audiences",
                "inspire-licensing",
                "licensing.security.clients",
                Keycloak.LIGHTWEIGHT,
                "licensing.security.role-claim",
                "realm_access/roles");
    }

    @Override
    public void inject(TestInjector injector) {
        if (keycloak != null) {
            injector.injectIntoFields(keycloak, new TestInjector.MatchesType(Keycloak.class));
        }
    }

    @Override
    public void stop() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }

    private static Process started(Path home, int port) throws IOException {
        Path imported = Files.createDirectories(home.resolve("data/import"));
        Files.copy(REALM, imported.resolve("inspire-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        ProcessBuilder builder = new ProcessBuilder(
                "bash",
                "bin/kc.sh",
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--http-host=localhost",
                "--http-port=" + port);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", Keycloak.ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", Keycloak.PASSWORD,
                        "INSPIRE_URL", "http://localhost",
                        "INSPIRE_ADMIN_PASSWORD", Keycloak.PASSWORD,
                        "INSPIRE_SERVICE_SECRET", Keycloak.PASSWORD));
        return builder.directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
    }

    private static Path home() throws IOException {
        try (var folders = Files.list(UNPACKED)) {
            return folders.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("There is no Keycloak in " + UNPACKED + "."))
                    .toAbsolutePath();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
