package com.optymyse.inspire.licensing.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.spi.observability.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLabelsTest {

    private final RequestLabels labels = new RequestLabels();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    RequestLabelsTest() {
        registry.config().meterFilter(labels);
    }

    @Test
    void contribute_routeFound_itsTemplate() {
        assertThat(labels.contribute(found("/problems/{code}"))).containsExactlyElementsOf(uri("/problems/{code}"));
    }

    @Test
    void contribute_noRoute_other() {
        assertThat(labels.contribute(found(null))).containsExactlyElementsOf(uri("other"));
    }

    /** A request that is reset has the path that it asked for. */
    @Test
    void reset_madeUpPaths_oneSeries() {
        for (int made = 0; made < 1_000; made++) {
            reset("GET", "/problems/x" + made);
        }

        assertThat(series()).containsExactly("GET other");
    }

    @Test
    void reset_pathOfARouteThatWasCalled_keepsIt() {
        labels.contribute(found("/license"));

        reset("GET", "/license");

        assertThat(series()).containsExactly("GET /license");
    }

    @Test
    void reset_madeUpMethods_oneSeries() {
        for (int made = 0; made < 1_000; made++) {
            reset("FOO" + made, "/");
        }

        assertThat(series()).containsExactly("OTHER other");
    }

    @ParameterizedTest
    @CsvSource({"GET, GET", "PATCH, PATCH", "TRACE, TRACE", "get, OTHER", "PROPFIND, OTHER", "UNKNOWN, OTHER"})
    void reset_method_oneOfTheNineOrOther(String method, String label) {
        reset(method, "/");

        assertThat(series()).containsExactly(label + " other");
    }

    @Test
    void otherMeters_stayAsTheyAre() {
        registry.counter("licensing.activations", "method", "online");

        assertThat(registry.get("licensing.activations").counter().getId().getTag("method"))
                .isEqualTo("online");
    }

    private void reset(String method, String path) {
        registry.timer("http.server.requests", "method", method, "uri", path).close();
    }

    private List<String> series() {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .map(id -> id.getTag("method") + " " + id.getTag("uri"))
                .toList();
    }

    private static Tags uri(String value) {
        return Tags.of("uri", value);
    }

    private static Context found(@Nullable String template) {
        return new Context() {
            @Override
            public HttpServerRequest request() {
                throw new AssertionError("Labels are not taken from the request.");
            }

            @Override
            public HttpResponse response() {
                throw new AssertionError("Labels are not taken from the answer.");
            }

            @Override
            @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
            public <T> T requestContextLocalData(Object key) {
                return (T) (key.equals("UrlPathTemplate") ? template : null);
            }
        };
    }
}
