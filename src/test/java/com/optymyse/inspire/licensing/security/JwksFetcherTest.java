package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** With a server whose answer begins well and never ends. */
class JwksFetcherTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    /** Shorter than the library takes to give up a read by itself. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(15);

    private static final String BEGINNING = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"keys\":[";

    /** Each read may take longer than all of this. */
    @Test
    void fetch_answerNeverEnds_failsInTimeAndHangsUp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FutureTask<Boolean> hungUp = new FutureTask<>(() -> isLeftAlone(server));
            Thread.ofVirtual().start(hungUp);
            JWTAuthContextInfo settings = new JWTAuthContextInfo();
            settings.setPublicKeyLocation("http://localhost:" + server.getLocalPort() + "/keys");

            assertThatIOException()
                    .isThrownBy(() -> new JwksFetcher(settings, SHORT).fetch())
                    .withMessage("The response was not complete within 300 ms.");

            assertThat(hungUp).succeedsWithin(LONG_ENOUGH).isEqualTo(true);
        }
    }

    /** Begins an answer, and waits until the client has gone. */
    private static boolean isLeftAlone(ServerSocket server) throws IOException {
        try (Socket client = server.accept()) {
            client.getOutputStream().write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
            awaitEnd(client);
            return true;
        }
    }

    private static void awaitEnd(Socket client) {
        try {
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException reset) {
            // So may whoever hangs up.
        }
    }
}
