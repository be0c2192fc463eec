package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.audit.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Who asks. To be called when a request begins: once its client is gone, its trace is no longer known around it. */
@ApplicationScoped
class Callers {

    private final SecurityIdentity identity;

    Callers(SecurityIdentity identity) {
        this.identity = identity;
    }

    Caller present() {
        return new Caller(name(), noted("requestId"), noted("traceId"));
    }

    /** Names may change or be shared; the subject of a token is one caller. */
    String subject() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : name();
    }

    private String name() {
        return identity.getPrincipal().getName();
    }

    private static @Nullable String noted(String name) {
        return MDC.get(name) instanceof String noted ? noted : null;
    }
}
