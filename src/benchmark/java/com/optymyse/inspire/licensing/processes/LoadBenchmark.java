package com.optymyse.inspire.licensing.processes;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What the service costs its consumers: the shipped package, with endpoints that answer nothing beside it, in a process of
 * its own with a real PostgreSQL, and with the options that the image has.
 */
final class LoadBenchmark {

    /** The image's, with a heap that does not depend on the machine. */
    static final List<String> IMAGE_OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xms32m", "-Xmx256m");

    private static final Path PACKAGE = Path.of("target", "benchmark-package");

    private LoadBenchmark() {}

    /**
     * Builds the package, measures it, and reports.
     *
     * @param parts what to measure: {@code answers}, {@code sizes}, {@code listeners}, {@code start}; all when there is none
     */
    public static void main(String[] parts) throws Exception {
        System.setProperty("processes.jvm-options", String.join(" ", IMAGE_OPTIONS) + " -Xms256m");
        System.setProperty("released.package", PACKAGE.toString());
        Built.serviceWithEmptyEndpoints(PACKAGE);
        Set<String> wanted =
                Set.copyOf(parts.length == 0 ? List.of("answers", "sizes", "listeners", "start") : List.of(parts));
        try (Premises premises = Premises.of(LoadBenchmark.class)) {
            Replica service = premises.start();
            activate(service, "DEMO-ENTERPRISE");
            if (wanted.contains("answers")) {
                AnswerLoad.measure(service);
            }
            if (wanted.contains("sizes")) {
                SizeLoad.measure(service);
            }
            if (wanted.contains("listeners")) {
                ListenerLoad.measure(service);
                ListenerLoad.measureSilent(premises, service);
            }
            if (wanted.contains("start")) {
                activate(service, "DEMO-ENTERPRISE");
                service.close();
                StartLoad.measure(premises, PACKAGE);
            }
        }
        System.exit(0);
    }

    static void activate(Replica service, String key) {
        Replica.Answer answer = service.activate(key);
        if (answer.status() != 200) {
            throw new IllegalStateException("The license can't be activated: " + answer.body());
        }
    }
}
