package com.optymyse.inspire.licensing.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestBucketsTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    RequestBucketsTest() {
        registry.config().meterFilter(new RequestBuckets());
    }

    @Test
    void operation_answersOfEachDuration_countedUpToTheirBucket() {
        Timer timer = registry.timer("http.server.requests", "uri", "/limits");

        timer.record(Duration.ofMillis(5));
        timer.record(Duration.ofMillis(50));
        timer.record(Duration.ofMillis(500));
        timer.record(Duration.ofSeconds(5));

        assertThat(Arrays.stream(timer.takeSnapshot().histogramCounts()).map(RequestBucketsTest::text))
                .containsExactly("10 ms: 1", "100 ms: 2", "1000 ms: 3");
    }

    @ParameterizedTest
    @CsvSource({
        "http.server.requests, other",
        "http.server.requests, /entitlements/stream",
        "http.server.requests, /ofrep/v1/events",
        "http.server.requests, /problems/{code}",
        "http.client.requests, /limits"
    })
    void otherTimer_hasNoBuckets(String name, String uri) {
        Timer timer = registry.timer(name, "uri", uri);

        timer.record(Duration.ofMillis(5));

        assertThat(timer.takeSnapshot().histogramCounts()).isEmpty();
    }

    private static String text(CountAtBucket bucket) {
        return (int) bucket.bucket(TimeUnit.MILLISECONDS) + " ms: " + (int) bucket.count();
    }
}
