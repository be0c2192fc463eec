package com.optymyse.inspire.licensing.processes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What an answer costs beside an endpoint that answers nothing: the shipped package with two such endpoints, in a process of
 * its own beside a real PostgreSQL. Everything is measured in each round for a moment, in an order that changes, and
 * compared within the round, so that what else the machine does falls on both sides.
 */
final class LoadBenchmark {

    private static final int ROUNDS = Integer.getInteger("load.rounds", 25);
    private static final Duration MOMENT = Duration.ofMillis(Integer.getInteger("load.millis", 500));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("load.warm-up", 8));

    /** A license file with many more is longer than one may be (256 KB). */
    private static final int MANY = 150;

    private static final Path PACKAGE = Path.of("target", "benchmark-package");
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String CONTEXT = "{\"context\":{\"targetingKey\":\"load\"}}";

    private LoadBenchmark() {}

    /**
     * Builds the package, measures it, and reports.
     *
     * @param parts which comparisons to make: {@code answers}, {@code sizes}, {@code listeners}; all when there is none
     */
    public static void main(String[] parts) throws Exception {
        System.setProperty("processes.jvm-options", "-Xms256m -Xmx256m");
        System.setProperty("released.package", PACKAGE.toString());
        build();
        try (Premises few = Premises.of(LoadBenchmark.class)) {
            Replica service = activated(few);
            Set<String> wanted =
                    Set.copyOf(parts.length == 0 ? List.of("answers", "sizes", "listeners") : List.of(parts));
            if (wanted.contains("answers")) {
                compare(service);
            }
            if (wanted.contains("sizes")) {
                compareSizes(service);
            }
            if (wanted.contains("listeners")) {
                ListenerLoad.measure(service);
            }
        }
        System.exit(0);
    }

    private static void build() throws IOException, InterruptedException {
        int exit = new ProcessBuilder(
                        "./mvnw", "-B", "-Drelease", "-DemptyEndpoints", "-DbuildDirectory=" + PACKAGE, "package")
                .inheritIO()
                .redirectOutput(Path.of("target", "benchmark-package.log").toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("The package can't be built, see target/benchmark-package.log.");
        }
    }

    private static Replica activated(Premises premises) {
        Replica service = premises.start();
        Replica.Answer answer = service.activate("DEMO-ENTERPRISE");
        if (answer.status() != 200) {
            throw new IllegalStateException("The license can't be activated: " + answer.body());
        }
        return service;
    }

    private static void compare(Replica service) throws Exception {
        String token = "Authorization: Bearer " + service.token() + "\r\n";
        String tag = "If-None-Match: " + service.get("/entitlements").tag() + "\r\n";
        URI api = service.api();
        LoadTarget open = new LoadTarget("empty, open", api, 200, "GET /empty/open HTTP/1.1\r\n", "");
        LoadTarget empty = new LoadTarget("empty", api, 200, "GET /empty/authenticated HTTP/1.1\r\n" + token, "");
        List<LoadTarget> answers = List.of(
                new LoadTarget("GET /entitlements/{code}", api, 200, get("/entitlements/SSO_SAML") + token, ""),
                new LoadTarget("GET /entitlements, 304", api, 304, get("/entitlements") + token + tag, ""),
                new LoadTarget("GET /entitlements", api, 200, get("/entitlements") + token, ""),
                new LoadTarget("OFREP, one flag", api, 200, post("/ofrep/v1/evaluate/flags/SSO_SAML") + token, CONTEXT),
                new LoadTarget("OFREP, all flags", api, 200, post("/ofrep/v1/evaluate/flags") + token, CONTEXT));
        List<LoadTarget> all = new ArrayList<>(answers);
        all.add(open);
        all.add(empty);
        rounds(all);

        Figures.report(
                "| answer | of the empty endpoint | of the open one | median | 99th | requests/s | bytes each |");
        Figures.report("| --- | --- | --- | --- | --- | --- | --- |");
        for (LoadTarget target : all) {
            Figures.report(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %.0f µs | %.0f µs | %.0f | %d |",
                    target.name(),
                    Spread.ofRatios(target.rates(), empty.rates()),
                    Spread.ofRatios(target.rates(), open.rates()),
                    target.median(),
                    target.slowest(),
                    Spread.of(target.rates()).median(),
                    allocatedBy(target, service)));
        }
        for (LoadTarget target : all) {
            target.close();
        }
    }

    /** The same question to two services, one of which has many more entitlements. */
    private static void compareSizes(Replica few) throws Exception {
        try (Premises premises = Premises.of(LoadTarget.class)) {
            List<String> codes = new ArrayList<>(List.of("SSO_SAML"));
            IntStream.range(1, MANY).mapToObj(number -> "EXTRA_" + number).forEach(codes::add);
            premises.vendor().change("DEMO-ENTERPRISE", Map.of("entitlements", codes));
            Replica many = activated(premises);
            List<LoadTarget> both = List.of(one("10 entitlements", few), one(MANY + " entitlements", many));
            rounds(both);
            Figures.report("One of " + MANY + " entitlements instead of 10: "
                    + Spread.ofRatios(both.getLast().rates(), both.getFirst().rates()));
            for (LoadTarget target : both) {
                target.close();
            }
        }
    }

    private static LoadTarget one(String name, Replica service) {
        String token = "Authorization: Bearer " + service.token() + "\r\n";
        return new LoadTarget(name, service.api(), 200, get("/entitlements/SSO_SAML") + token, "");
    }

    private static void rounds(List<LoadTarget> targets) {
        targets.forEach(target -> target.warmUp(WARM_UP));
        List<LoadTarget> order = new ArrayList<>(targets);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order);
            order.forEach(target -> target.measure(MOMENT));
        }
    }

    /** Bytes allocated for a request, by the service's own count, which rises with each collection. */
    private static long allocatedBy(LoadTarget target, Replica service) throws Exception {
        double before = allocated(service);
        long requests = target.warmUp(Duration.ofSeconds(6));
        return Math.round((allocated(service) - before) / requests);
    }

    private static double allocated(Replica service) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest metrics = HttpRequest.newBuilder(service.management().resolve("/q/metrics"))
                    .build();
            return client.send(metrics, BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("jvm_gc_memory_allocated_bytes_total"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\n";
    }

    private static String post(String path) {
        return "POST " + path + " HTTP/1.1\r\n" + JSON + "Content-Length: " + CONTEXT.length() + "\r\n";
    }
}
