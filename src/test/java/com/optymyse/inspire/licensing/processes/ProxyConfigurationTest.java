package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the proxy is told, without a replica. */
class ProxyConfigurationTest {

    private static final Path SHIPPED = Path.of("docker", "proxy", "haproxy.cfg");

    @TempDir
    private Path folder;

    @Test
    void configuration_readByHaproxy_withoutAWarning() throws IOException {
        assumeTrue(
                isInstalled("haproxy") && isInstalled("openssl"), "This test needs haproxy and openssl on the PATH.");
        TlsCertificate.make(folder);
        Path configuration = Files.writeString(
                folder.resolve("haproxy.cfg"),
                Files.readString(SHIPPED)
                        .replace(
                                "/run/secrets/tls.crt",
                                folder.resolve("tls.crt").toString())
                        // Nobody has these names here.
                        .replace("init-addr last,libc,none", "init-addr none"));

        assertThat(OperatorCommand.run(List.of("haproxy", "-c", "-f", configuration.toString()), Map.of()))
                .doesNotContain("WARNING", "ALERT");
    }

    /** A name that is asked for once only is that of a container which is gone some day. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "parse-resolv-conf",
                "default-server resolvers names",
                "uri /q/health/ready",
                "default-server port 9000",
                "timeout connect 500ms",
                "timeout client 5m",
                "option http-buffer-request",
                "tune.bufsize 81920",
                "ssl-min-ver TLSv1.2"
            })
    void configuration_whatEachReplicaAndTokenNeeds_isThereOnce(String words) throws IOException {
        assertThat(Files.readString(SHIPPED)).containsOnlyOnce(words);
    }

    @Test
    void composition_ofTheProxy_hasThisConfiguration() throws IOException {
        assertThat(Files.readString(Path.of("docker", "compose.yml")))
                .containsOnlyOnce("./proxy/haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro");
    }

    private static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, command)));
    }
}
