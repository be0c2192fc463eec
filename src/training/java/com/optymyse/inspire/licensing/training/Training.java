package com.optymyse.inspire.licensing.training;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts the service, sends it requests and keeps what its JVM has learned as an AOT cache: {@code Training APPLICATION CACHE},
 * the folder of the package and the file.
 */
final class Training {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Training() {}

    /** Ends with 1 and a message when the service gave a wrong answer, or a JVM cannot use the cache. */
    public static void main(String[] arguments) throws Exception {
        Path cache = Path.of(arguments[1]).toAbsolutePath();
        try {
            train(Path.of(arguments[0]).toAbsolutePath(), cache);
            say("The service was trained; its AOT cache has " + Files.size(cache) + " bytes.");
        } catch (TrainingFailed failure) {
            say("The training of the AOT cache failed. " + failure.getMessage());
            System.exit(1);
        }
    }

    /**
     * Trains the service of a package.
     *
     * @param application the folder of the package
     * @param cache the file for the AOT cache
     * @throws TrainingFailed when the service gave a wrong answer, or a JVM cannot use the cache
     */
    static void train(Path application, Path cache) throws IOException, InterruptedException, TrainingFailed {
        Path folder = Files.createTempDirectory("training");
        TrainingTokens identityProvider = new TrainingTokens();
        List<Integer> ports = FreePorts.find(3);
        try (TrainingServer server = new TrainingServer(identityProvider.keySet());
                TrainedService service = new TrainedService(application, cache, folder, server, ports)) {
            try {
                Story story = new Story(service.addresses(), Story.tokens(identityProvider));
                await(story, "/q/health/live", service);
                story.play(Story.WITHOUT_DATABASE);
                try (TrainingDatabase _ = new TrainingDatabase(folder, ports.get(2))) {
                    await(story, "/q/health/ready", service);
                    story.play(Story.UNLICENSED);
                    service.end();
                }
                service.requireCacheThatCounts();
            } catch (TrainingFailed failure) {
                throw new TrainingFailed(
                        failure.getMessage() + "\nThe end of the service's log:\n" + service.lastLines());
            }
        }
    }

    private static void await(Story story, String path, TrainedService service)
            throws InterruptedException, TrainingFailed {
        long begin = System.nanoTime();
        while (!story.isAnswered(path)) {
            if (!service.isAlive()) {
                throw new TrainingFailed("The service ended before it answered " + path + " with 200.");
            }
            if (System.nanoTime() - begin > LONGEST_START.toNanos()) {
                throw new TrainingFailed("The service did not answer " + path + " with 200 within "
                        + LONGEST_START.toMinutes() + " minutes.");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static void say(String sentence) {
        PrintStream output = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        output.println(sentence);
    }
}
