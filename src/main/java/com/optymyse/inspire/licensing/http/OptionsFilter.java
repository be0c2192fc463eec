package com.optymyse.inspire.licensing.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Answers OPTIONS for the very address; Quarkus REST would answer for all addresses of a resource class alike. */
@Singleton
class OptionsFilter {

    private final AllowedMethods allowed;

    OptionsFilter(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response options(ContainerRequestContext request) {
        if (!request.getMethod().equals(HttpMethod.OPTIONS)) {
            return null;
        }
        Set<String> methods = allowed.here();
        if (methods.isEmpty()) {
            throw new NotFoundException();
        }
        return Response.noContent().allow(methods).build();
    }
}
