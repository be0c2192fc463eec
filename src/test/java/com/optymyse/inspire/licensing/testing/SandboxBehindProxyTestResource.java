package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.sandbox.Sandbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A licensing server whose certificate is of a private authority, behind a forward proxy: as in a company's network. Fields
 * of type {@link SandboxControl} and {@link Asked} are filled.
 */
public final class SandboxBehindProxyTestResource implements QuarkusTestResourceLifecycleManager {

    /** Where the proxy was asked to connect to. */
    public record Asked(CopyOnWriteArrayList<String> targets, String server) {}

    private @Nullable Sandbox sandbox;
    private @Nullable Relay server;
    private @Nullable Relay proxy;
    private final CopyOnWriteArrayList<String> asked = new CopyOnWriteArrayList<>();

    @Override
    public Map<String, String> start() {
        try {
            return begin(Files.createTempDirectory(Path.of("target"), "authority"));
        } catch (IOException failure) {
            throw new UncheckedIOException("The network can't be set up.", failure);
        }
    }

    private Map<String, String> begin(Path folder) throws IOException {
        PrivateAuthority authority = PrivateAuthority.in(folder);
        sandbox = Sandbox.start(0);
        URI plain = sandbox.url();
        server = Relay.tls(authority.serverTls(), plain);
        proxy = Relay.proxy(asked);
        return Map.of(
                "licensing.server.url",
                "https://localhost:" + server.port() + plain.getPath(),
                "quarkus.rest-client.licensing-server.proxy-address",
                "localhost:" + proxy.port(),
                "quarkus.rest-client.licensing-server.tls-configuration-name",
                "licensing-server",
                "quarkus.tls.licensing-server.trust-store.pem.certs",
                authority.certificate().toString());
    }

    @Override
    public void inject(TestInjector injector) {
        if (sandbox != null && server != null) {
            injector.injectIntoFields(
                    new SandboxControl(sandbox.url()), new TestInjector.MatchesType(SandboxControl.class));
            injector.injectIntoFields(
                    new Asked(asked, "localhost:" + server.port()), new TestInjector.MatchesType(Asked.class));
        }
    }

    @Override
    public void stop() {
        Stream.of(Optional.ofNullable(proxy), Optional.ofNullable(server), Optional.ofNullable(sandbox))
                .flatMap(Optional::stream)
                .forEach(SandboxBehindProxyTestResource::close);
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failure) {
            throw new AssertionError("The network can't be taken down.", failure);
        }
    }
}
