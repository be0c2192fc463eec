package com.optymyse.inspire.licensing.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the service of a {@code @QuarkusTest} send its traces, by {@code @WithTestResource(TraceReceiverTestResource.class)}; a
 * field of type {@link TraceReceiver} is filled with what gets them.
 */
public final class TraceReceiverTestResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable TraceReceiver receiver;

    @Override
    public Map<String, String> start() {
        receiver = new TraceReceiver();
        return Map.of(
                "quarkus.otel.sdk.disabled", "false",
                "quarkus.otel.exporter.otlp.endpoint", receiver.endpoint(),
                "quarkus.otel.exporter.otlp.protocol", "http/protobuf",
                "quarkus.otel.bsp.schedule.delay", "100MS");
    }

    @Override
    public void inject(TestInjector injector) {
        if (receiver != null) {
            injector.injectIntoFields(receiver, new TestInjector.MatchesType(TraceReceiver.class));
        }
    }

    @Override
    public void stop() {
        if (receiver != null) {
            receiver.close();
        }
    }
}
