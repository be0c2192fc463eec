package com.optymyse.inspire.licensing.security;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.problem.ProblemAnswers;
import com.optymyse.inspire.licensing.problem.ProblemTypes;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers with a problem where the token is missing, is not good, or does not give the role. */
@Singleton
class TokenProblems {

    /** RFC 6750 wants at least one parameter behind the scheme. */
    private static final String CHALLENGE = "Bearer realm=\"inspire-licensing\"";

    private final ProblemAnswers answers;
    private final CurrentIdentityAssociation caller;
    private final RefusedTokenLog refusedTokens;

    /** @param caller stands for whoever has sent the present request */
    TokenProblems(ProblemAnswers answers, CurrentIdentityAssociation caller, RefusedTokenLog refusedTokens) {
        this.answers = answers;
        this.caller = caller;
        this.refusedTokens = refusedTokens;
    }

    @ServerExceptionMapper
    Response noToken(UnauthorizedException missing) {
        return answers.of(RefusalCode.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)
                .build();
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException refused) {
        String description = refused.getAttribute(RefusedTokenLog.DESCRIPTION);
        String told = description == null ? "" : ", error_description=\"" + description + "\"";
        return answers.of(RefusalCode.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"" + told)
                .build();
    }

    @ServerExceptionMapper
    Uni<Response> noRole(ForbiddenException forbidden) {
        return caller.getDeferredIdentity().map(this::noRole);
    }

    private Response noRole(SecurityIdentity identity) {
        String why = identity.getAttribute(RefusedTokenLog.WHY_NO_ADMIN);
        if (why == null) {
            return answers.of(RefusalCode.FORBIDDEN).build();
        }
        refusedTokens.tell("role", why);
        String cause = ProblemTypes.of(RefusalCode.FORBIDDEN).cause();
        return answers.of(new Refusal(RefusalCode.FORBIDDEN, cause + " " + why)).build();
    }
}
