package com.optymyse.inspire.licensing.http;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.problem.ProblemAnswers;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a method that the address does not take with those that it takes. */
@Singleton
class MethodNotAllowed {

    private final ProblemAnswers answers;
    private final AllowedMethods allowed;

    MethodNotAllowed(ProblemAnswers answers, AllowedMethods allowed) {
        this.answers = answers;
        this.allowed = allowed;
    }

    @ServerExceptionMapper
    Response methodNotAllowed(NotAllowedException notAllowed) {
        return answers.of(RefusalCode.METHOD_NOT_ALLOWED).allow(allowed.here()).build();
    }
}
