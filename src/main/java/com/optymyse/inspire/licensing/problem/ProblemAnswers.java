package com.optymyse.inspire.licensing.problem;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Map;

/**
 * Answers the present request with a problem, or with the error that OFREP has in its place, and with the headers of its
 * code.
 */
@Singleton
public class ProblemAnswers {

    private final Problems problems;
    private final RoutingContext request;

    /** @param request stands for whichever request is being answered */
    public ProblemAnswers(Problems problems, RoutingContext request) {
        this.problems = problems;
        this.request = request;
    }

    /** The answer for a code about which nothing more is to be said. */
    public ResponseBuilder of(RefusalCode code) {
        return answer(problems.of(code), Problems.headers(code));
    }

    /** The answer to a request that was refused. */
    public ResponseBuilder of(Refusal refusal) {
        return answer(problems.of(refusal), Problems.headers(refusal));
    }

    /** The answer where an error of this service has come up, which is logged. */
    ResponseBuilder unexpected(Throwable failure) {
        return answer(problems.unexpected(failure), Problems.headers(RefusalCode.INTERNAL_ERROR));
    }

    private ResponseBuilder answer(Problem problem, Map<String, String> headers) {
        ResponseBuilder answer = Response.status(problem.status());
        headers.forEach(answer::header);
        String path = request.normalizedPath();
        return OfrepError.isFor(path)
                ? answer.entity(OfrepError.of(problem, path)).type(OfrepError.MEDIA_TYPE)
                : answer.entity(problem);
    }
}
