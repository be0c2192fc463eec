package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.sandbox.Sandbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A licensing server whose certificate is of a private authority and that speaks TLS 1.2 alone, behind a forward proxy with
 * user and password: as in a company's network. Fields of type {@link SandboxControl} and {@link Asked} are filled.
 */
public final class SandboxBehindProxyTestResource implements QuarkusTestResourceLifecycleManager {

    /** Where the proxy was asked to connect to. */
    public record Asked(List<String> targets, String server) {}

    /** A name that only the proxy can resolve. */
    private static final String NAME = "licensing.internal.test";

    private @Nullable Sandbox sandbox;
    private @Nullable TlsFront server;
    private @Nullable ConnectProxy proxy;

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
        server = TlsFront.of(plain, authority.serverTls(NAME), "TLSv1.2");
        proxy = ConnectProxy.demanding("inspire:s3cr@t");
        return Map.of(
                "licensing.server.url",
                "https://" + NAME + ":" + server.port() + plain.getPath(),
                "licensing.server.trusted-certificates",
                authority.certificate().toString(),
                // As environment variables are seen, which no test can set for its own process.
                "HTTPS_PROXY",
                "http://inspire:s3cr%40t@localhost:" + proxy.port());
    }

    @Override
    public void inject(TestInjector injector) {
        if (sandbox != null && server != null && proxy != null) {
            injector.injectIntoFields(
                    new SandboxControl(sandbox.url()), new TestInjector.MatchesType(SandboxControl.class));
            injector.injectIntoFields(
                    new Asked(proxy.targets(), NAME + ":" + server.port()), new TestInjector.MatchesType(Asked.class));
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
