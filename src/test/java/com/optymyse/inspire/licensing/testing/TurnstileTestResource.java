package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.sandbox.Sandbox;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} a licensing server behind a turnstile; fields of type {@link SandboxControl} and {@link
 * Turnstile} are filled with what controls them.
 */
public final class TurnstileTestResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable Sandbox sandbox;
    private @Nullable Turnstile turnstile;

    @Override
    public Map<String, String> start() {
        sandbox = Sandbox.start(0);
        turnstile = new Turnstile(sandbox.url());
        // A call that is held is let go by the test, however slow the machine is.
        return Map.of("licensing.server.url", turnstile.url().toString(), "licensing.server.timeout", "10S");
    }

    @Override
    public void inject(TestInjector injector) {
        if (sandbox != null && turnstile != null) {
            injector.injectIntoFields(
                    new SandboxControl(sandbox.url()), new TestInjector.MatchesType(SandboxControl.class));
            injector.injectIntoFields(turnstile, new TestInjector.MatchesType(Turnstile.class));
        }
    }

    @Override
    public void stop() {
        if (turnstile != null) {
            turnstile.close();
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
