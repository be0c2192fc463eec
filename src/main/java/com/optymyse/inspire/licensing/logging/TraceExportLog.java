package com.optymyse.inspire.licensing.logging;

import com.optymyse.inspire.licensing.incident.MonotonicClock;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Logs once that traces can't be sent. The exporter says so for each batch, and over HTTP in two places. Nothing tells that
 * it works again, but a while without a failure does.
 */
@Singleton
class TraceExportLog implements Filter {

    /** Longer than its senders stay silent while each batch fails. */
    static final Duration QUIET = Duration.ofMinutes(10);

    /** Strong references: without one, a logger may be collected and lose its filter. */
    private static final List<Logger> SENDERS = Stream.of(
                    "io.quarkus.opentelemetry.runtime.exporter.otlp.sender.VertxHttpSender",
                    "io.quarkus.opentelemetry.runtime.exporter.otlp.sender.VertxGrpcSender",
                    "io.opentelemetry.exporter.internal.http.HttpExporter")
            .map(Logger::getLogger)
            .toList();

    private final MonotonicClock clock;
    private @Nullable Long last;
    private @Nullable LogRecord told;

    TraceExportLog(MonotonicClock clock) {
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        SENDERS.forEach(sender -> sender.setFilter(this));
    }

    /** The log asks once for the logger and once for each of its handlers, each time about the same object. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public synchronized boolean isLoggable(LogRecord line) {
        if (line.getLevel().intValue() < Level.WARNING.intValue() || line == told) {
            return true;
        }
        long now = clock.nanos();
        boolean first = last == null || now - last > QUIET.toNanos();
        last = now;
        told = first ? line : told;
        return first;
    }
}
