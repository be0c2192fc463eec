package com.optymyse.inspire.licensing.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;

/**
 * Answers with a problem where a route other than a resource fails or refuses a request. What is not proper HTTP (an
 * address that is no URI, headers over the limit) never gets here: the server refuses it by itself, with a status and no
 * body.
 */
@Singleton
public class RouteProblems {

    private static final int JUST_BEFORE_THE_LAST = Integer.MAX_VALUE - 1;

    private final Problems problems;
    private final ObjectMapper json;

    public RouteProblems(Problems problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    void install(@Observes Router router) {
        router.route().order(JUST_BEFORE_THE_LAST).failureHandler(this::answer);
    }

    private void answer(RoutingContext routing) {
        if (routing.response().ended() || routing.response().headWritten()) {
            routing.next();
            return;
        }
        // The handlers of files throw it for an address that no file can have, as one with U+0000.
        RefusalCode code = routing.failure() instanceof InvalidPathException
                ? RefusalCode.NOT_FOUND
                : ProblemTypes.code(routing.statusCode());
        Problem problem =
                code == RefusalCode.INTERNAL_ERROR ? problems.unexpected(failure(routing)) : problems.of(code);
        write(routing, code, problem);
    }

    /** Answers with the problem of a code about which nothing more is to be said. */
    public void write(RoutingContext routing, RefusalCode code) {
        write(routing, code, problems.of(code));
    }

    private static Throwable failure(RoutingContext routing) {
        Throwable failure = routing.failure();
        return failure == null ? new IllegalStateException("A route failed without saying why.") : failure;
    }

    private void write(RoutingContext routing, RefusalCode code, Problem problem) {
        HttpServerResponse response = routing.response().setStatusCode(problem.status());
        Problems.headers(code).forEach(response::putHeader);
        String path = routing.normalizedPath();
        if (OfrepError.isFor(path)) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, OfrepError.MEDIA_TYPE);
            response.end(encode(OfrepError.of(problem, path)));
        } else {
            response.end(encode(problem));
        }
    }

    private String encode(Object error) {
        try {
            return json.writeValueAsString(error);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("A problem can always be written as JSON.", impossible);
        }
    }
}
