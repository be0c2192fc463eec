package com.optymyse.inspire.licensing.page;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the standalone page somebody to sign in at; a field of type {@link IdentityProvider} is filled with it. */
public final class IdentityProviderTestResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable IdentityProvider provider;

    @Override
    public Map<String, String> start() {
        provider = IdentityProvider.start();
        return Map.of("licensing.page.oidc.authority", provider.address());
    }

    @Override
    public void inject(TestInjector injector) {
        if (provider != null) {
            injector.injectIntoFields(provider, new TestInjector.MatchesType(IdentityProvider.class));
        }
    }

    @Override
    public void stop() {
        if (provider != null) {
            provider.stop();
        }
    }
}
