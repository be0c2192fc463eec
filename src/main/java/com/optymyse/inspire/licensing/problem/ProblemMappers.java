package com.optymyse.inspire.licensing.problem;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever goes wrong in a resource, or on the way to it, into a problem. */
@Singleton
class ProblemMappers {

    /** RFC 6750 wants at least one parameter behind the scheme. */
    private static final String CHALLENGE = "Bearer realm=\"inspire-licensing\"";

    private final Problems problems;
    private final RoutingContext request;
    private final CurrentIdentityAssociation caller;
    private final RefusedTokens refusedTokens;

    /**
     * @param request stands for whichever request is being answered
     * @param caller stands for whoever has sent it
     */
    ProblemMappers(
            Problems problems, RoutingContext request, CurrentIdentityAssociation caller, RefusedTokens refusedTokens) {
        this.problems = problems;
        this.request = request;
        this.caller = caller;
        this.refusedTokens = refusedTokens;
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        return answer(problems.of(refusal), Problems.headers(refusal)).build();
    }

    @ServerExceptionMapper
    Response noToken(UnauthorizedException missing) {
        return answer(RefusalCode.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                .build();
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException refused) {
        String description = refused.getAttribute(RefusedTokens.DESCRIPTION);
        String told = description == null ? "" : ", error_description=\"" + description + "\"";
        return answer(RefusalCode.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"" + told)
                .build();
    }

    @ServerExceptionMapper
    Uni<Response> noRole(ForbiddenException forbidden) {
        return caller.getDeferredIdentity().map(this::noRole);
    }

    private Response noRole(SecurityIdentity identity) {
        String why = identity.getAttribute(RefusedTokens.WHY_NO_ADMIN);
        if (why == null) {
            return answer(RefusalCode.FORBIDDEN).build();
        }
        refusedTokens.tell("role", why);
        String cause = ProblemTypes.of(RefusalCode.FORBIDDEN).cause();
        return refused(new Refusal(RefusalCode.FORBIDDEN, cause + " " + why));
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid) {
        return Violation.refusal(invalid).map(this::refused).orElseGet(() -> unexpected(invalid));
    }

    /** Quarkus has a page of its own for an unknown address in development, which only a mapper of exactly this type replaces. */
    @ServerExceptionMapper
    Response notFound(NotFoundException notFound) {
        if (notFound.getCause() == null) {
            return answer(RefusalCode.NOT_FOUND).build();
        }
        // A parameter that can't be converted arrives as "not found", with the reason as its cause.
        return refused(
                new Refusal(RefusalCode.INVALID_REQUEST, "A parameter in the address has a value that can't be read."));
    }

    @ServerExceptionMapper
    Response methodNotAllowed(NotAllowedException notAllowed) {
        return answer(RefusalCode.METHOD_NOT_ALLOWED)
                .allow(AllowedMethods.here())
                .build();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure) {
        Response response = failure.getResponse();
        if (response.getStatus() < 400) {
            return response;
        }
        RefusalCode code = ProblemTypes.code(response.getStatus());
        return code == RefusalCode.INTERNAL_ERROR
                ? unexpected(failure)
                : answer(code).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        return answer(RefusalCode.INTERNAL_ERROR, problems.unexpected(failure)).build();
    }

    private ResponseBuilder answer(RefusalCode code) {
        return answer(code, problems.of(code));
    }

    private ResponseBuilder answer(RefusalCode code, Problem problem) {
        return answer(problem, Problems.headers(code));
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
