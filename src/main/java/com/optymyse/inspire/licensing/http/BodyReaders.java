package com.optymyse.inspire.licensing.http;

import io.quarkus.arc.ClientProxy;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Parameter;
import java.util.Arrays;

/**
 * Finds the operations that read the body of their request, and bounds how long each waits for it. One that was kept of a
 * closed connection is handed over at once.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
class BodyReaders implements DynamicFeature {

    /** Looked up when it is used, because this is made before there is a Vert.x. */
    private final Instance<BodyTimeout> bodyTimeout;

    private final RoutingContext request;

    BodyReaders(Instance<BodyTimeout> bodyTimeout, RoutingContext request) {
        this.bodyTimeout = bodyTimeout;
        this.request = request;
    }

    @Override
    public void configure(ResourceInfo operation, FeatureContext context) {
        if (Arrays.stream(operation.getResourceMethod().getParameters()).anyMatch(BodyReaders::isBody)) {
            context.register((ContainerRequestFilter) this::beforeReading);
        }
    }

    private void beforeReading(ContainerRequestContext filtered) {
        RoutingContext routing = ClientProxy.unwrap(request);
        BufferedBody.wholeBody(routing)
                .ifPresentOrElse(
                        filtered::setEntityStream, () -> bodyTimeout.get().boundReading(routing));
    }

    /** A parameter without annotations is the body; an operation that takes the request itself reads it on its own. */
    private static boolean isBody(Parameter parameter) {
        return parameter.getAnnotations().length == 0 || parameter.getType().equals(HttpServerRequest.class);
    }
}
