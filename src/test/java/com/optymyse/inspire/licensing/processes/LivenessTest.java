package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LivenessTest {

    private static final Duration TIMEOUT = Duration.ofMillis(200);
    private static final int ALWAYS = Integer.MAX_VALUE;

    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
    }

    @Test
    void end_neverAnAnswerThoughTheMachineIsIdle_fails() throws IOException {
        Liveness liveness = probe(server(ALWAYS, 200), server(0, 200));

        assertThatThrownBy(liveness::end)
                .hasRootCauseInstanceOf(AssertionError.class)
                .hasMessageContaining("3 times in a row");
    }

    @Test
    void end_answersComeLateOnABusyMachine_countsNone() throws IOException {
        Liveness.Answers answers = probe(server(5, 200), server(ALWAYS, 200)).end();

        assertThat(answers.good()).isPositive();
        assertThat(answers.late()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void end_answerSaysThatItDoesNotLive_fails() throws IOException {
        Liveness liveness = probe(server(0, 503), server(ALWAYS, 200));

        assertThatThrownBy(liveness::end).hasMessageContaining("answers 503");
    }

    private static Liveness probe(URI service, URI idle) {
        return Liveness.of(service, idle, TIMEOUT, TIMEOUT);
    }

    /** A server that leaves its first questions without an answer. */
    private URI server(int unanswered, int status) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        servers.add(server);
        server.createContext("/", exchange -> {
            if (asked.incrementAndGet() > unanswered) {
                answer(exchange, status);
            }
        });
        server.start();
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
