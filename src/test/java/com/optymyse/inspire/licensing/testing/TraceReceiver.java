package com.optymyse.inspire.licensing.testing;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Where traces are sent to: takes OTLP over HTTP, and keeps what came. */
public final class TraceReceiver implements AutoCloseable {

    /** How it treats what it receives. */
    public enum Manner {
        TAKES,
        /** Answers that it does not want it. */
        REFUSES,
        /** Answers that it can't take it at present. */
        FAILS,
        /** Closes the connection without an answer. */
        BREAKS_OFF,
        /** Closes the connection in the middle of its answer. */
        BREAKS_OFF_WHILE_IT_ANSWERS
    }

    /** How many bytes an answer announces whose connection is closed before they come. */
    private static final int NEVER_SENT = 100;

    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final HttpServer server;
    private volatile Manner manner = Manner.TAKES;

    TraceReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException("No port is to be had.", failure);
        }
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    /** Its address, as an OTLP exporter wants it. */
    public String endpoint() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** How it behaves from now on. */
    public void behave(Manner from) {
        turnedAway.set(0);
        manner = from;
    }

    /** How many requests it has turned away since it behaves as it does. */
    public int turnedAway() {
        return turnedAway.get();
    }

    /** Everything received of a trace so far. */
    public List<Span> spans(String traceId) {
        return spans.stream()
                .filter(span -> hex(span.getTraceId().toByteArray()).equals(traceId))
                .toList();
    }

    /** Everything received so far. */
    public List<Span> spans() {
        return List.copyOf(spans);
    }

    /** The names of a span's attributes. */
    public static Set<String> attributes(Span span) {
        return span.getAttributesList().stream().map(KeyValue::getKey).collect(toUnmodifiableSet());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            // Always to the end, because one that is closed before breaks off the connection, whatever was answered.
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (manner) {
                case TAKES -> {
                    take(body);
                    exchange.sendResponseHeaders(200, -1);
                }
                case REFUSES -> turnAway(exchange, 400, -1);
                case FAILS -> turnAway(exchange, 503, -1);
                case BREAKS_OFF -> turnedAway.incrementAndGet();
                case BREAKS_OFF_WHILE_IT_ANSWERS -> turnAway(exchange, 200, NEVER_SENT);
            }
        }
    }

    private void turnAway(HttpExchange exchange, int status, int length) throws IOException {
        turnedAway.incrementAndGet();
        exchange.sendResponseHeaders(status, length);
    }

    private void take(byte[] body) throws IOException {
        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().stream()
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .forEach(spans::add);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
