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

/** Where traces are sent to: takes OTLP over HTTP, and keeps what came. */
public final class TraceReceiver implements AutoCloseable {

    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

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
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()).getResourceSpansList().stream()
                    .flatMap(resource -> resource.getScopeSpansList().stream())
                    .flatMap(scope -> scope.getSpansList().stream())
                    .forEach(spans::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
