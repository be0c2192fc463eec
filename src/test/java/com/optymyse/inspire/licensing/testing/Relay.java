package com.optymyse.inspire.licensing.testing;

import java.io.IOException;
import java.net.Socket;

/** Passes bytes on between two connections, both ways, until either of them ends. */
final class Relay {

    private Relay() {}

    static void pass(Socket from, Socket to) {
        try (from;
                to) {
            Thread back = Thread.ofVirtual().start(() -> copy(to, from));
            copy(from, to);
            back.join();
        } catch (IOException gone) {
            // Either side may leave.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException gone) {
            // Either side may leave.
        }
    }
}
