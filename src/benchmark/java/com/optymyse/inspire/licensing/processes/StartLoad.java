package com.optymyse.inspire.licensing.processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;

/**
 * How soon the package gives its first right answer, and what memory it has then, beside an application that has the same
 * extensions and does nothing. Both run as in the image, with its options and an AOT cache made in the same way, in turns.
 */
final class StartLoad {

    private static final int STARTS = Integer.getInteger("load.starts", 11);
    private static final Path EMPTY = Path.of("target", "benchmark-empty");
    private static final long PAUSE_NANOS = 2_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final String name;
    private final Path jar;
    private final Map<String, String> settings;
    private final String request;
    private final String right;
    private final List<Start> starts = new ArrayList<>();

    /**
     * A start, until the first right answer.
     *
     * @param seconds on the clock
     * @param cpuSeconds of all threads together
     * @param megabytes what the process alone has in memory
     */
    private record Start(double seconds, double cpuSeconds, double megabytes) {}

    private StartLoad(String name, Path folder, Map<String, String> settings, String request, String right) {
        this.name = name;
        this.jar = folder.resolve("quarkus-app").resolve("quarkus-run.jar").toAbsolutePath();
        this.settings = settings;
        this.request = request;
        this.right = right;
    }

    static void measure(Premises premises, Path folder) throws Exception {
        Built.emptyApplication(EMPTY);
        String token = "Authorization: Bearer " + premises.token() + "\r\n";
        Map<String, String> settings = premises.settings();
        StartLoad service = new StartLoad(
                "service", folder, settings, "GET /entitlements HTTP/1.0\r\n" + token, "\"licensed\":true");
        StartLoad empty = new StartLoad("empty application", EMPTY, Map.of(), "GET /empty HTTP/1.0\r\n", " 200 OK");
        Map<String, String> training = new HashMap<>(settings);
        training.put("licensing.database.url", "postgresql://localhost:1/training");
        new StartLoad("training", folder, training, "GET /entitlements HTTP/1.0\r\n", " 401 ").train();
        empty.train();
        for (int start = 0; start < STARTS; start++) {
            service.start();
            empty.start();
        }
        service.report();
        empty.report();
        Figures.report("Service beside empty application: on the clock "
                + service.beside(empty, Start::seconds) + ", of the processor "
                + service.beside(empty, Start::cpuSeconds) + ", memory " + service.beside(empty, Start::megabytes));
    }

    /** As while the image is built: started once, asked once, and its JVM keeps what it has learned. */
    private void train() throws IOException, InterruptedException {
        int port = freePort();
        Process process = process(port, "-XX:AOTCacheOutput=" + cache());
        awaitRightAnswer(process, port);
        process.destroy();
        if (!process.waitFor(LONGEST) || !Files.exists(cache())) {
            throw new IllegalStateException("There is no AOT cache of the " + name + ".");
        }
    }

    private void start() throws IOException, InterruptedException {
        int port = freePort();
        long begin = System.nanoTime();
        Process process = process(port, "-XX:AOTCache=" + cache());
        try {
            awaitRightAnswer(process, port);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cpu = process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
            starts.add(new Start(seconds, cpu, privateKilobytes(process.pid()) / 1024.0));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process process(int port, String cache) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LoadBenchmark.IMAGE_OPTIONS);
        command.add(cache);
        Map<String, String> all = new HashMap<>(settings);
        all.put("quarkus.http.host", "localhost");
        all.put("quarkus.http.port", String.valueOf(port));
        all.put("quarkus.management.host", "localhost");
        // Not any port, as for the other: Quarkus' metrics can't tell the two apart then.
        all.put("quarkus.management.port", String.valueOf(freePort()));
        all.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-jar");
        command.add(jar.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(jar.resolveSibling("start.log").toFile())
                .start();
    }

    private void awaitRightAnswer(Process process, int port) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!answer(port).contains(right)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        "The " + name + " does not answer, see " + jar.resolveSibling("start.log"));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The whole answer; empty while nobody listens. */
    private String answer(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((request + "Host: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException notYet) {
            return "";
        }
    }

    private void report() {
        Figures.report(String.format(
                Locale.ROOT,
                "%s, %d starts until the first right answer: %s s on the clock, %s s of the processor, then %s MB",
                name,
                starts.size(),
                spread(Start::seconds),
                spread(Start::cpuSeconds),
                spread(Start::megabytes)));
    }

    private Spread spread(ToDoubleFunction<Start> figure) {
        return Spread.of(figures(figure));
    }

    private Spread beside(StartLoad other, ToDoubleFunction<Start> figure) {
        return Spread.ofRatios(figures(figure), other.figures(figure));
    }

    private List<Double> figures(ToDoubleFunction<Start> figure) {
        return starts.stream().map(figure::applyAsDouble).toList();
    }

    private Path cache() {
        return jar.resolveSibling("start.aot");
    }

    private static long privateKilobytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "smaps_rollup")).stream()
                .filter(line -> line.startsWith("Private_Clean:") || line.startsWith("Private_Dirty:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
