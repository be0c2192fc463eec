package com.optymyse.inspire.licensing.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The way between browser and service, on which requests and answers can be held, lost and replaced. */
final class Wire {

    static final String ACTIVATE = "/license/activate";
    static final String DEACTIVATE = "/license/deactivate";
    /** What the page reads of the history at first. */
    static final String HISTORY = "/license/history?limit=10";

    static final String LICENSE = "/license";
    static final String PREVIEW = "/license/preview";
    static final String REVALIDATE = "/license/revalidate";

    /**
     * While it is held, no event has the page read the license again. With each license that it reads it also tries again what it
     * could not read of the history.
     */
    static final String STREAM = "/entitlements/stream";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Page page;
    private final List<Request> requests = new ArrayList<>();

    Wire(Page page) {
        this.page = page;
        page.onRequest(requests::add);
    }

    /** Requests to this path wait until the test lets them go. */
    Held hold(String path) {
        Held held = new Held(page);
        page.route(to(path), held::take);
        return held;
    }

    /** The service does what it is asked to, and its answers are lost. */
    void loseAnswers(String path) {
        page.route(to(path), route -> {
            route.fetch();
            route.abort("connectionreset");
        });
    }

    /** Requests to this path do not arrive. */
    void loseRequests(String path) {
        page.route(to(path), route -> route.abort("connectionaborted"));
    }

    /** Another server is asked in place of the service, and the page does not see it. */
    void redirect(String path, String server) {
        page.route(to(path), route -> route.resume(new Route.ResumeOptions().setUrl(server)));
    }

    /** Somebody on the way answers. */
    void answer(String path, int status, String type, String body, Map<String, String> headers) {
        page.route(
                to(path),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setHeaders(headers)
                        .setContentType(type)
                        .setBody(body)));
    }

    /** The service answers with a problem. */
    void problem(String path, int status, Map<String, ?> members, Map<String, String> headers) {
        answer(path, status, "application/problem+json", text(members), headers);
    }

    /** The answers of the service are changed on the way. */
    void change(String path, Consumer<ObjectNode> change) {
        page.route(to(path), route -> {
            APIResponse answer = route.fetch();
            ObjectNode json = (ObjectNode) json(answer.text());
            change.accept(json);
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(json.toString()));
        });
    }

    /** The history has one entry about each request that it is asked for. */
    void recorded(String action, String outcome, String detail) {
        recorded(new Recorded(action, outcome, detail));
    }

    /** The history has these entries about each request that it is asked for, newest first. */
    void recorded(Recorded... entries) {
        page.route(this::asksForARequest, route -> {
            String request = route.request().url().replaceFirst(".*request=", "");
            answer(
                    route,
                    Map.of(
                            "entries",
                            Arrays.stream(entries)
                                    .map(entry -> entry.about(request))
                                    .toList()));
        });
    }

    /** An entry of the history. */
    record Recorded(String action, String outcome, @Nullable String code, String detail) {

        Recorded(String action, String outcome, String detail) {
            this(action, outcome, null, detail);
        }

        private Map<String, Object> about(String request) {
            Map<String, Object> entry = new HashMap<>(Map.of(
                    "id",
                    7,
                    "at",
                    "2026-11-23T10:00:05Z",
                    "action",
                    action,
                    "outcome",
                    outcome,
                    "detail",
                    detail,
                    "request",
                    request));
            if (code != null) {
                entry.put("code", code);
            }
            return entry;
        }
    }

    /** The history has nothing about the requests that it is asked for. */
    void nothingRecorded() {
        nothingRecorded(Map.of());
    }

    /** The history has nothing, and its answers have these headers. */
    void nothingRecorded(Map<String, String> headers) {
        page.route(
                this::asksForARequest,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(200)
                        .setHeaders(headers)
                        .setContentType("application/json")
                        .setBody(text(Map.of("entries", List.of())))));
    }

    /** The history can't be asked for requests. */
    void historyAway() {
        page.route(this::asksForARequest, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    }

    /** From now on requests to this path pass, and all others meet what they met before. */
    void free(String path) {
        page.route(to(path), Route::resume);
    }

    /** From now on everything passes, what is held too. */
    void free() {
        page.unrouteAll();
    }

    /** The requests to a path until now, the last one last. */
    List<Request> requests(String path) {
        return requests.stream().filter(request -> to(path).test(request.url())).toList();
    }

    JsonNode lastBody(String path) {
        return json(requests(path).getLast().postData());
    }

    private boolean asksForARequest(String url) {
        return url.contains("/license/history?request=");
    }

    private static void answer(Route route, Map<String, ?> json) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(200)
                .setContentType("application/json")
                .setBody(text(json)));
    }

    private static Predicate<String> to(String path) {
        return url -> url.endsWith(path);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException("This is no JSON.", failure);
        }
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException("This can't be written as JSON.", failure);
        }
    }

    /** Requests that wait on their way. */
    static final class Held {

        private final Page page;
        private final List<Route> waiting = new ArrayList<>();

        private Held(Page page) {
            this.page = page;
        }

        /** Waits until a request waits. */
        Request arrived() {
            page.waitForCondition(() -> !waiting.isEmpty());
            return waiting.getLast().request();
        }

        /** Lets the requests pass that wait now. */
        void release() {
            waiting.forEach(Route::resume);
            waiting.clear();
        }

        /** Somebody on the way answers the requests that wait now. */
        void refuse(int status) {
            waiting.forEach(route -> route.fulfill(new Route.FulfillOptions().setStatus(status)));
            waiting.clear();
        }

        private void take(Route route) {
            waiting.add(route);
        }
    }
}
