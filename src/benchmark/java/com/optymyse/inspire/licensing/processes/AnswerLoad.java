package com.optymyse.inspire.licensing.processes;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What an answer costs beside an endpoint that answers nothing, with and without authentication. */
final class AnswerLoad {

    private static final Path PICTURE = Path.of("src", "benchmark", "answers.svg");
    private static final String CONTEXT = "{\"context\":{\"targetingKey\":\"load\"}}";
    private static final String BODY = "Content-Type: application/json\r\nContent-Length: " + CONTEXT.length() + "\r\n";

    private AnswerLoad() {}

    /**
     * An answer and what it is compared with.
     *
     * @param name what it is called in figures
     * @param empty the same request to an endpoint that answers nothing
     * @param open the same without authentication
     */
    record Comparison(String name, LoadTarget target, LoadTarget empty, LoadTarget open) {

        Spread ofEmpty() {
            return Spread.ofRatios(target.rates(), empty.rates());
        }

        Spread ofOpen() {
            return Spread.ofRatios(target.rates(), open.rates());
        }
    }

    static void measure(Replica service) throws Exception {
        URI api = service.api();
        String token = "Authorization: Bearer " + service.token() + "\r\n";
        String tag = "If-None-Match: " + service.get("/entitlements").tag() + "\r\n";
        LoadTarget open = new LoadTarget("GET /empty, no token", api, 200, get("/empty/open"), "");
        LoadTarget empty = new LoadTarget("GET /empty", api, 200, get("/empty/authenticated") + token, "");
        LoadTarget openPost = new LoadTarget("POST /empty, no token", api, 200, post("/empty/open"), CONTEXT);
        LoadTarget emptyPost = new LoadTarget("POST /empty", api, 200, post("/empty/authenticated") + token, CONTEXT);
        LoadTarget code =
                new LoadTarget("GET /entitlements/{code}", api, 200, get("/entitlements/SSO_SAML") + token, "");
        LoadTarget known = new LoadTarget("GET /entitlements, 304", api, 304, get("/entitlements") + token + tag, "");
        LoadTarget all = new LoadTarget("GET /entitlements", api, 200, get("/entitlements") + token, "");
        LoadTarget flag =
                new LoadTarget("OFREP, one flag", api, 200, post("/ofrep/v1/evaluate/flags/SSO_SAML") + token, CONTEXT);
        LoadTarget flags =
                new LoadTarget("OFREP, all flags", api, 200, post("/ofrep/v1/evaluate/flags") + token, CONTEXT);
        List<LoadTarget> targets = List.of(open, empty, openPost, emptyPost, code, known, all, flag, flags);
        Rounds.run(targets);

        List<Comparison> comparisons = List.of(
                new Comparison(code.name(), code, empty, open),
                new Comparison(known.name(), known, empty, open),
                new Comparison(all.name(), all, empty, open),
                new Comparison(flag.name() + ", beside POST", flag, emptyPost, openPost),
                new Comparison(flags.name() + ", beside POST", flags, emptyPost, openPost),
                new Comparison(flag.name() + ", beside GET", flag, empty, open),
                new Comparison(flags.name() + ", beside GET", flags, empty, open),
                new Comparison(empty.name(), empty, empty, open),
                new Comparison(emptyPost.name(), emptyPost, emptyPost, openPost));
        report(comparisons);
        reportEach(targets, service);
        LoadPicture.write(PICTURE, comparisons.subList(0, 7));
        for (LoadTarget target : targets) {
            target.close();
        }
    }

    private static void report(List<Comparison> comparisons) {
        Figures.report("| answer | requests/s beside /empty, same token | beside /empty without token |");
        Figures.report("| --- | --- | --- |");
        for (Comparison comparison : comparisons) {
            Figures.report(
                    "| " + comparison.name() + " | " + comparison.ofEmpty() + " | " + comparison.ofOpen() + " |");
        }
    }

    private static void reportEach(List<LoadTarget> targets, Replica service) throws Exception {
        Figures.report("| answer | requests/s | median | 99th | allocated |");
        Figures.report("| --- | --- | --- | --- | --- |");
        for (LoadTarget target : targets) {
            Figures.report(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f µs | %.0f µs | %d bytes |",
                    target.name(),
                    Spread.of(target.rates()).median(),
                    target.median(),
                    target.slowest(),
                    Diagnostics.allocatedForEach(service, () -> target.warmUp(Duration.ofSeconds(4)))));
        }
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\n";
    }

    private static String post(String path) {
        return "POST " + path + " HTTP/1.1\r\n" + BODY;
    }
}
