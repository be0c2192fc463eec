package com.optymyse.inspire.licensing.training;

import com.optymyse.inspire.licensing.training.Step.Port;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The service in a JVM that writes an AOT cache when it ends, started as in the image. */
final class TrainedService implements AutoCloseable {

    /** The exit code of a JVM after SIGTERM. */
    private static final int ENDED_BY_SIGTERM = 143;

    private static final int LONGEST_END_MINUTES = 10;
    private static final int SHOWN_LINES = 40;
    private static final int SECRET_BYTES = 32;
    private static final long SMALLEST_CACHE_BYTES = 20_000_000;

    private final Path application;
    private final Path cache;
    private final Path log;
    private final Process process;
    private final int port;
    private final int managementPort;

    /**
     * Starts it.
     *
     * @param application the folder of the package
     * @param cache the file that its JVM writes
     * @param folder for its log
     * @param server the identity provider and the licensing server
     * @param ports of its API, its management and its database
     */
    TrainedService(Path application, Path cache, Path folder, TrainingServer server, List<Integer> ports)
            throws IOException {
        this.application = application;
        this.cache = cache;
        this.log = folder.resolve("service.log");
        this.port = ports.get(0);
        this.managementPort = ports.get(1);
        ProcessBuilder service = command(List.of("-XX:AOTCacheOutput=" + cache), List.of());
        service.environment().putAll(settings(server, ports.get(2)));
        this.process = service.start();
    }

    Map<Port, URI> addresses() {
        return Map.of(
                Port.API,
                URI.create("http://127.0.0.1:" + port),
                Port.MANAGEMENT,
                URI.create("http://127.0.0.1:" + managementPort));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as an orchestrator does, and waits until its JVM has written the cache. */
    void end() throws InterruptedException, TrainingFailed {
        process.destroy();
        if (!process.waitFor(LONGEST_END_MINUTES, TimeUnit.MINUTES)) {
            throw new TrainingFailed("The service did not end within " + LONGEST_END_MINUTES + " minutes.");
        }
        if (process.exitValue() != ENDED_BY_SIGTERM) {
            throw new TrainingFailed(
                    "The service ended with " + process.exitValue() + " instead of " + ENDED_BY_SIGTERM + ".");
        }
    }

    /** Starts a JVM that ends where it cannot use the cache. */
    void requireCacheThatCounts() throws IOException, InterruptedException, TrainingFailed {
        long size = Files.exists(cache) ? Files.size(cache) : 0;
        if (size < SMALLEST_CACHE_BYTES) {
            throw new TrainingFailed("The AOT cache has " + size + " bytes. A cache of the service has at least "
                    + SMALLEST_CACHE_BYTES + ".");
        }
        Process command = command(List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"), List.of("--version"))
                .start();
        if (command.waitFor() != 0) {
            throw new TrainingFailed("The JVM cannot use the AOT cache for the package of which it was made.");
        }
    }

    /** The end of its log. */
    String lastLines() throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private ProcessBuilder command(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        String given = System.getenv().getOrDefault("JAVA_OPTIONS", "");
        command.addAll(given.isBlank() ? List.of() : List.of(given.strip().split("\\s+")));
        command.addAll(options);
        command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    /** They let it work, and are those of no installation. */
    private Map<String, String> settings(TrainingServer server, int databasePort) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", String.valueOf(port)),
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort)),
                Map.entry(
                        "LICENSING_SECRET_KEYS",
                        "training:" + Base64.getEncoder().encodeToString(secret)),
                Map.entry("LICENSING_SERVER_URL", server.url()),
                Map.entry("LICENSING_VENDOR_KEYS", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
                Map.entry("LICENSING_VENDOR_ACCOUNT", "00000000-0000-4000-8000-000000000000"),
                Map.entry("LICENSING_VENDOR_PRODUCT", "00000000-0000-4000-8000-000000000000"),
                Map.entry("MP_JWT_VERIFY_ISSUER", TrainingTokens.ISSUER),
                Map.entry("MP_JWT_VERIFY_AUDIENCES", TrainingTokens.AUDIENCE),
                Map.entry("MP_JWT_VERIFY_PUBLICKEY_LOCATION", server.url() + "/keys"),
                Map.entry("LICENSING_DATABASE_URL", "postgresql://127.0.0.1:" + databasePort + "/postgres"),
                Map.entry("LICENSING_DATABASE_USERNAME", TrainingDatabase.USER),
                Map.entry("LICENSING_DATABASE_PASSWORD", "training"));
    }
}
