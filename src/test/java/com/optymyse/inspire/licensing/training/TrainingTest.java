package com.optymyse.inspire.licensing.training;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trains programs that do not do what the service does. Each message says what went wrong. */
@Tag("thorough")
class TrainingTest {

    private static final int LARGE_ENOUGH = 21_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @TempDir
    private Path application;

    private Path cache;
    private TrainingServer server;

    @BeforeEach
    void startServer() throws IOException {
        cache = application.resolve("service.aot");
        server = new TrainingServer("{}");
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    /** Ends as a service does whose configuration is wrong. */
    static final class Ending {

        private Ending() {}

        static void main() {
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
                    .println("A setting is missing.");
            System.exit(1);
        }
    }

    /** Answers at the management port that it is given, with the right status and a wrong body. */
    static final class Down {

        private Down() {}

        static void main() throws IOException {
            int port = Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"));
            HttpServer server = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByName(System.getenv("QUARKUS_MANAGEMENT_HOST")), port), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(200, 4);
                exchange.getResponseBody().write("DOWN".getBytes(StandardCharsets.UTF_8));
                exchange.close();
            });
            server.start();
        }
    }

    /** Ends by itself. */
    static final class Leaving {

        private Leaving() {}

        static void main() {}
    }

    /** Runs until it is killed; as a command it ends at once. */
    static final class Waiting {

        private Waiting() {}

        static void main(String[] arguments) throws InterruptedException {
            if (arguments.length == 0) {
                Thread.currentThread().join();
            }
        }
    }

    @Test
    void train_serviceThatEnds_failsWithItsLog() throws IOException {
        install(Ending.class);

        assertThatExceptionOfType(TrainingFailed.class)
                .isThrownBy(() -> Training.train(application, cache))
                .withMessageStartingWith("The service ended before it answered /q/health/live with 200.\n")
                .withMessageContaining("A setting is missing.");
    }

    @Test
    void train_wrongAnswer_failsWithTheStep() throws IOException {
        install(Down.class);

        assertThatExceptionOfType(TrainingFailed.class)
                .isThrownBy(() -> Training.train(application, cache))
                .withMessageStartingWith("GET /q/health/live got a body without UP: DOWN\n");
    }

    @Test
    void end_serviceThatEndedByItself_fails() throws Exception {
        install(Leaving.class);

        try (TrainedService service = start()) {
            await().atMost(LONGEST).until(() -> !service.isAlive());

            assertThatExceptionOfType(TrainingFailed.class)
                    .isThrownBy(service::end)
                    .withMessage("The service ended with 0 instead of 143.");
        }
    }

    @Test
    void requireCacheThatCounts_cacheOfAnotherPackage_fails() throws Exception {
        install(Waiting.class);
        try (TrainedService service = start()) {
            service.end();
            Files.write(cache, new byte[LARGE_ENOUGH]);

            assertThatExceptionOfType(TrainingFailed.class)
                    .isThrownBy(service::requireCacheThatCounts)
                    .withMessage("The JVM cannot use the AOT cache for the package of which it was made.");
        }
    }

    @Test
    void requireCacheThatCounts_emptyCache_fails() throws Exception {
        install(Waiting.class);
        try (TrainedService service = start()) {
            service.end();
            Files.write(cache, new byte[0]);

            assertThatExceptionOfType(TrainingFailed.class)
                    .isThrownBy(service::requireCacheThatCounts)
                    .withMessageStartingWith("The AOT cache has 0 bytes.");
        }
    }

    private TrainedService start() throws IOException {
        return new TrainedService(application, cache, application, server, FreePorts.find(3));
    }

    /** Puts a program where the package has the service. */
    private void install(Class<?> program) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, program.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                program.getProtectionDomain().getCodeSource().getLocation().toString());
        new JarOutputStream(Files.newOutputStream(application.resolve("quarkus-run.jar")), manifest).close();
    }
}
