package com.optymyse.inspire.licensing.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} a licensing server that is not to be called: whoever connects is counted and turned away.
 * Everything that runs in the background does so each second. A field of type {@link Trap} is filled.
 */
public final class TrapTestResource implements QuarkusTestResourceLifecycleManager {

    /** Tells who came. */
    public static final class Trap {

        private final AtomicInteger visitors = new AtomicInteger();

        private Trap() {}

        /** How many connections were made. */
        public int visitors() {
            return visitors.get();
        }
    }

    private final Trap trap = new Trap();
    private @Nullable ServerSocket listening;

    @Override
    public Map<String, String> start() {
        try {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            listening = socket;
            Thread.ofVirtual().start(() -> turnAway(socket));
            return Map.of(
                    "licensing.server.url",
                    "http://localhost:" + socket.getLocalPort(),
                    "licensing.background.poll",
                    "1S",
                    "licensing.background.releases",
                    "1S",
                    "licensing.background.revalidation",
                    "1S",
                    "licensing.background.standing",
                    "1S",
                    "licensing.background.trail",
                    "1S",
                    "licensing.background.clock",
                    "1S");
        } catch (IOException failure) {
            throw new UncheckedIOException("No port is free.", failure);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(trap, new TestInjector.MatchesType(Trap.class));
    }

    @Override
    public void stop() {
        try {
            if (listening != null) {
                listening.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The trap can't be closed.", failure);
        }
    }

    private void turnAway(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                socket.accept().close();
                trap.visitors.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }
}
