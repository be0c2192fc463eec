package com.optymyse.inspire.licensing.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A request, sent by several connections at once, and how it was answered. */
final class LoadTarget implements AutoCloseable {

    private static final int CONNECTIONS = 8;
    private static final int MOST_SAMPLES = 200_000;

    private final String name;
    private final int status;
    private final byte[] request;
    private final List<LoadConnection> connections = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);

    private final List<Double> rates = new ArrayList<>();
    private final List<Double> medians = new ArrayList<>();
    private final List<Double> slowest = new ArrayList<>();

    /** @param status what every answer has to have */
    LoadTarget(String name, URI service, int status, String head, String body) {
        this.name = name;
        this.status = status;
        this.request = (head + "Host: " + service.getAuthority() + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
        try {
            for (int number = 0; number < CONNECTIONS; number++) {
                connections.add(new LoadConnection(service));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The service can't be reached.", failure);
        }
    }

    String name() {
        return name;
    }

    /** Requests per second of each round. */
    List<Double> rates() {
        return rates;
    }

    /** The median over the rounds of each round's median, in microseconds. */
    double median() {
        return Spread.of(medians).median();
    }

    /** The median over the rounds of each round's 99th percentile, in microseconds. */
    double slowest() {
        return Spread.of(slowest).median();
    }

    /** Sends requests for a time and keeps what was found. */
    void measure(Duration time) {
        long begin = System.nanoTime();
        long[] latencies = run(begin + time.toNanos());
        double seconds = (System.nanoTime() - begin) / 1e9;
        Arrays.sort(latencies);
        rates.add(latencies.length / seconds);
        medians.add(latencies[latencies.length / 2] / 1e3);
        slowest.add(latencies[latencies.length * 99 / 100] / 1e3);
    }

    /** Sends requests for a time; how many. */
    long warmUp(Duration time) {
        return run(System.nanoTime() + time.toNanos()).length;
    }

    private long[] run(long end) {
        List<Callable<long[]>> loads = new ArrayList<>();
        connections.forEach(connection -> loads.add(() -> load(connection, end)));
        try {
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> load : threads.invokeAll(loads)) {
                all.add(load.get());
            }
            return all.stream().flatMapToLong(Arrays::stream).toArray();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException("The load on " + name + " breaks off.", failure);
        }
    }

    private long[] load(LoadConnection connection, long end) throws IOException {
        long[] latencies = new long[MOST_SAMPLES];
        int count = 0;
        for (long sent = System.nanoTime(); sent < end && count < MOST_SAMPLES; ) {
            int answered = connection.exchange(request);
            if (answered != status) {
                throw new IllegalStateException(name + " is answered with " + answered + ".");
            }
            long now = System.nanoTime();
            latencies[count++] = now - sent;
            sent = now;
        }
        return Arrays.copyOf(latencies, count);
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (LoadConnection connection : connections) {
            connection.close();
        }
    }
}
