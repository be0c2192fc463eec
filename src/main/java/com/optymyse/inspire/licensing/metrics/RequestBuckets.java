package com.optymyse.inspire.licensing.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Counts how many requests were answered within 10 ms, 100 ms and 1 s. Only the operations that other services and admins
 * wait for have these buckets, so that their time series stay few. A stream ends when its client leaves: its duration says nothing.
 */
@Singleton
class RequestBuckets implements MeterFilter {

    static final Set<String> OPERATIONS = Set.of(
            "/entitlements",
            "/entitlements/{code}",
            "/entitlements/token",
            "/limits",
            "/ofrep/v1/evaluate/flags",
            "/ofrep/v1/evaluate/flags/{key}",
            "/license",
            "/license/activate",
            "/license/preview",
            "/license/revalidate",
            "/license/deactivate");

    private static final String REQUESTS = "http.server.requests";

    /** In nanoseconds, as Micrometer wants them for timers. */
    private static final double[] UP_TO = Stream.of(
                    Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(1))
            .mapToDouble(Duration::toNanos)
            .toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        if (!id.getName().equals(REQUESTS) || !OPERATIONS.contains(id.getTag("uri"))) {
            return config;
        }
        return DistributionStatisticConfig.builder()
                .serviceLevelObjectives(UP_TO)
                .build()
                .merge(config);
    }
}
