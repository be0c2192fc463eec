package com.optymyse.inspire.licensing.examples;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;

/** A way to the service that can be shut: for who comes through it the service is stopped then. */
final class Door implements AutoCloseable {

    private final NetClient client;
    private final NetServer server;
    private final int service;
    private volatile boolean silent;

    private Door(Vertx vertx, int service) {
        this.client = vertx.createNetClient();
        this.service = service;
        this.server = vertx.createNetServer().connectHandler(this::lead);
    }

    static Door to(Vertx vertx, URI service) {
        Door door = new Door(vertx, service.getPort());
        await(door.server.listen(0, "localhost"));
        return door;
    }

    URI address() {
        return URI.create("http://localhost:" + server.actualPort());
    }

    /** Cuts every connection and lets nobody connect. */
    void shut() {
        await(server.close());
    }

    /** Lets everybody connect, and gives no answer to whoever does from now on. */
    void fallSilent() {
        silent = true;
    }

    private void lead(NetSocket caller) {
        caller.pause();
        if (silent) {
            return;
        }
        client.connect(service, "localhost").onFailure(gone -> caller.close()).onSuccess(called -> {
            caller.pipeTo(called);
            called.pipeTo(caller);
        });
    }

    @Override
    public void close() {
        shut();
        await(client.close());
    }

    private static void await(Future<?> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }
}
