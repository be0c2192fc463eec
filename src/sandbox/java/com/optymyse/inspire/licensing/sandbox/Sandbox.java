package com.optymyse.inspire.licensing.sandbox;

import com.optymyse.inspire.licensing.sandbox.state.DemoLicenses;
import com.optymyse.inspire.licensing.sandbox.state.Memory;
import com.optymyse.inspire.licensing.sandbox.state.SandboxClock;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;

/** A sandbox that runs alone, on a port of its own, with a memory that ends with it. */
public final class Sandbox implements AutoCloseable {

    private static final String LOCALHOST = "localhost";
    private static final int DEFAULT_PORT = 8585;

    private final Vertx vertx;
    private final URI url;

    private Sandbox(Vertx vertx, URI url) {
        this.vertx = vertx;
        this.url = url;
    }

    /** Starts a sandbox by the real time; port 0 takes a free one. */
    public static Sandbox start(int port) {
        return start(LOCALHOST, port, SandboxClock.real());
    }

    /** Starts a sandbox by a given time, which tests can move; port 0 takes a free one. */
    public static Sandbox start(int port, Clock clock) {
        return start(LOCALHOST, port, clock);
    }

    private static Sandbox start(String host, int port, Clock clock) {
        DemoLicenses licenses = new DemoLicenses();
        Vertx vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        SandboxRoutes.mount(router, Memory.inThisObject(licenses.at(clock.instant())), licenses, clock);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(port, host)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return new Sandbox(vertx, URI.create("http://localhost:" + server.actualPort() + SandboxRoutes.BASE));
    }

    /**
     * Runs until it is killed, at {@code http://localhost:8585/sandbox} or another port or address.
     *
     * @param arguments the port and the address to listen at, the port alone, or nothing
     */
    public static void main(String[] arguments) {
        start(
                arguments.length > 1 ? arguments[1] : LOCALHOST,
                arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_PORT,
                SandboxClock.real());
    }

    /** Where the page and the controls are, which is also what a service has to take for the licensing server's URL. */
    public URI url() {
        return url;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
