package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.sandbox.Sandbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} a licensing server, by {@code @WithTestResource(SandboxTestResource.class)}; a field of type
 * {@link SandboxControl} is filled with what controls it.
 */
public final class SandboxTestResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable Sandbox sandbox;

    @Override
    public Map<String, String> start() {
        sandbox = Sandbox.start(0);
        return Map.of("licensing.server.url", sandbox.url().toString());
    }

    @Override
    public void inject(TestInjector injector) {
        if (sandbox != null) {
            injector.injectIntoFields(
                    new SandboxControl(sandbox.url()), new TestInjector.MatchesType(SandboxControl.class));
        }
    }

    @Override
    public void stop() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
