package com.optymyse.inspire.licensing.examples;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A proxy to the service that can be closed. Its clients then see a service that is stopped. */
final class Door implements AutoCloseable {

    private final Vertx vertx;
    private final NetClient client;
    private final NetServer server;
    private final int service;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean silent;

    private Door(Vertx vertx, int service) {
        this.vertx = vertx;
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
    synchronized void fallSilent() {
        silent = true;
    }

    /** The same for a while. Whoever still waits then gets the answer after all. */
    void fallSilentFor(Duration time) {
        fallSilent();
        vertx.setTimer(time.toMillis(), passed -> speak());
    }

    /** Lets the service answer again, also those that wait. */
    synchronized void speak() {
        silent = false;
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    private synchronized void lead(NetSocket caller) {
        caller.pause();
        if (silent) {
            Context loop = vertx.getOrCreateContext();
            waiting.add(() -> loop.runOnContext(now -> pass(caller)));
        } else {
            pass(caller);
        }
    }

    private void pass(NetSocket caller) {
        client.connect(service, "localhost").onFailure(gone -> caller.close()).onSuccess(called -> {
            caller.pipeTo(called);
            called.pipeTo(caller);
        });
    }

    @Override
    public synchronized void close() {
        waiting.clear();
        shut();
        await(client.close());
    }

    private static void await(Future<?> future) {
        future.toCompletionStage().toCompletableFuture().join();
    }
}
