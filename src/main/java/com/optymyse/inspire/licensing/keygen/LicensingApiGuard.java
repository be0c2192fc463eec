package com.optymyse.inspire.licensing.keygen;

import io.quarkus.arc.Arc;
import io.quarkus.rest.client.reactive.runtime.RestClientBuilderImpl;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;
import org.jboss.resteasy.reactive.client.api.LoggingScope;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/**
 * Fixes the options of {@link LicensingApi} that no setting may change: otherwise keys could leak or signatures fail.
 * Quarkus finds it as a service; {@link ServerRoute} says through what the client connects.
 */
public final class LicensingApiGuard implements RestClientListener {

    @Override
    public void onNewClient(Class<?> client, RestClientBuilder builder) {
        if (client == LicensingApi.class) {
            // A redirected request would take the license key along, and a log of requests would show it.
            builder.followRedirects(false);
            builder.property(QuarkusRestClientProperties.LOGGING_SCOPE, LoggingScope.NONE);
            // The licensing server closes each connection after its response: a pooled one would be found dead.
            builder.property(QuarkusRestClientProperties.KEEP_ALIVE_ENABLED, false);
            // Only Quarkus' own builder knows the rest.
            RestClientBuilderImpl quarkus = (RestClientBuilderImpl) builder;
            // The signature covers the plain bytes, and responses of any status are responses.
            quarkus.enableCompression(false).disableDefaultMapper(true);
            quarkus.httpClientOptionsCustomizer(
                    options -> Arc.container().instance(ServerRoute.class).get().complete(options));
            quarkus.httpClientRequestCustomizer(LicensingApiGuard::guard);
        }
    }

    private static void guard(HttpClientRequest request) {
        request.response().onSuccess(LicensingApiGuard::guard);
    }

    private static void guard(HttpClientResponse response) {
        // Every response is read as bytes. Its own word for its type could only lead the client to another reader.
        response.headers().remove(HttpHeaders.CONTENT_TYPE);
        AtomicLong received = new AtomicLong();
        response.handler(bytes -> {
            if (received.addAndGet(bytes.length()) > ResponseTooLarge.LIMIT) {
                response.request().reset(0, new ResponseTooLarge());
            }
        });
    }
}
