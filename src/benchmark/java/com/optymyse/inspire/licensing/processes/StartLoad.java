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
import java.util.stream.Stream;

/**
 * How soon the package of a licensed installation gives its first right answer, and what memory it has then. It is compared with
 * an application that has the same extensions, verifies a token and opens one session, and with itself as it was trained before
 * there was a PostgreSQL in the training. All run as in the image, each with an AOT cache, in turns.
 */
final class StartLoad {

    private static final int STARTS = Integer.getInteger("load.starts", 11);
    private static final Path EMPTY = Path.of("target", "benchmark-empty");

    /** The image's options before its heap had a size to begin with: the JVM chooses this one in a container of 512 MB. */
    private static final List<String> FORMER_OPTIONS = Stream.concat(
                    LoadBenchmark.IMAGE_OPTIONS.stream(), Stream.of("-Xms8m"))
            .toList();

    private static final String TRAINING = "com.optymyse.inspire.licensing.training.Training";
    private static final String ROOT = "root";
    private static final long PAUSE_NANOS = 2_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final String name;
    private final Path jar;
    private final List<String> options;
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

    private StartLoad(
            String name,
            Path folder,
            List<String> options,
            Map<String, String> settings,
            String request,
            String right) {
        this.name = name;
        this.jar = folder.resolve("quarkus-app").resolve("quarkus-run.jar").toAbsolutePath();
        this.options = options;
        this.settings = settings;
        this.request = request;
        this.right = right;
    }

    static void measure(Premises premises, Path folder) throws Exception {
        Built.emptyApplication(EMPTY);
        String token = "Authorization: Bearer " + premises.token() + "\r\n";
        Map<String, String> settings = premises.settings();
        String entitlements = "GET /entitlements HTTP/1.0\r\n";
        String licensed = "\"licensed\":true";
        StartLoad service =
                new StartLoad("service", folder, LoadBenchmark.IMAGE_OPTIONS, settings, entitlements + token, licensed);
        StartLoad former = new StartLoad(
                "service trained without database", folder, FORMER_OPTIONS, settings, entitlements + token, licensed);
        StartLoad empty = new StartLoad(
                "empty application",
                EMPTY,
                LoadBenchmark.IMAGE_OPTIONS,
                settingsOfEmpty(settings),
                "GET /empty HTTP/1.0\r\n" + token,
                "\r\n\r\n1");
        service.trainAsTheImage(folder.resolve("training"));
        Map<String, String> withoutDatabase = new HashMap<>(settings);
        withoutDatabase.put("licensing.database.url", "postgresql://localhost:1/training");
        new StartLoad(former.name, folder, FORMER_OPTIONS, withoutDatabase, entitlements, " 401 ").train();
        empty.train();
        for (int start = 0; start < STARTS; start++) {
            former.start();
            service.start();
            empty.start();
        }
        List.of(former, service, empty).forEach(StartLoad::report);
        former.reportBeside(empty);
        service.reportBeside(empty);
        service.reportBeside(former);
    }

    /** The same database and the same tokens, by the names that Quarkus has for them. */
    private static Map<String, String> settingsOfEmpty(Map<String, String> service) {
        Map<String, String> settings = new HashMap<>();
        service.forEach((setting, value) -> {
            if (setting.startsWith("mp.jwt.")) {
                settings.put(setting, value);
            }
        });
        settings.put("quarkus.datasource.reactive.url", service.get("licensing.database.url"));
        settings.put("quarkus.datasource.username", service.get("licensing.database.username"));
        settings.put("quarkus.datasource.password", "none");
        return settings;
    }

    /** By the training that the package has beside it, for which PostgreSQL needs a user who is not root. */
    private void trainAsTheImage(Path training) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (ROOT.equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.addAll(List.of(java(), "-cp", training.toAbsolutePath() + "/*"));
        command.addAll(List.of(TRAINING, jar.getParent().toString(), cache().toString()));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(jar.resolveSibling("training.log").toFile());
        process.environment().put("JAVA_OPTIONS", String.join(" ", options));
        if (process.start().waitFor() != 0) {
            throw new IllegalStateException("The training failed, see " + jar.resolveSibling("training.log"));
        }
    }

    /** Starts it once, waits for its right answer, and lets its JVM keep what it has learned. */
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
        Process process = process(port, "-XX:AOTCache=" + cache(), "-XX:AOTMode=on");
        try {
            awaitRightAnswer(process, port);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cpu = process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
            starts.add(new Start(seconds, cpu, privateKilobytes(process.pid()) / 1024.0));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process process(int port, String... cache) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(options);
        command.addAll(List.of(cache));
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

    private void reportBeside(StartLoad other) {
        Figures.report(name + " beside " + other.name + ": on the clock " + beside(other, Start::seconds)
                + ", of the processor " + beside(other, Start::cpuSeconds) + ", memory "
                + beside(other, Start::megabytes));
    }

    private Spread beside(StartLoad other, ToDoubleFunction<Start> figure) {
        return Spread.ofRatios(figures(figure), other.figures(figure));
    }

    private List<Double> figures(ToDoubleFunction<Start> figure) {
        return starts.stream().map(figure::applyAsDouble).toList();
    }

    private Path cache() {
        return jar.resolveSibling(name.replace(' ', '-') + ".aot");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
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
