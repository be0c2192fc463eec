package com.optymyse.inspire.licensing.problem;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what goes wrong in a resource, or on the way to it, into a problem: whatever has no mapper of its own. */
@Singleton
class ProblemMappers {

    private final ProblemAnswers answers;

    ProblemMappers(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal) {
        return answers.of(refusal).build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid) {
        return Violation.refusal(invalid).map(this::refused).orElseGet(() -> unexpected(invalid));
    }

    /** Quarkus has a page of its own for an unknown address in development, which only a mapper of exactly this type replaces. */
    @ServerExceptionMapper
    Response notFound(NotFoundException notFound) {
        if (notFound.getCause() == null) {
            return answers.of(RefusalCode.NOT_FOUND).build();
        }
        // A parameter that can't be converted arrives as "not found", with the reason as its cause.
        return refused(
                new Refusal(RefusalCode.INVALID_REQUEST, "A parameter in the address has a value that can't be read."));
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
                : answers.of(code).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable failure) {
        return answers.unexpected(failure).build();
    }
}
