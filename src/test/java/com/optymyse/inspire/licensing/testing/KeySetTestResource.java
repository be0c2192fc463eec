package com.optymyse.inspire.licensing.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the service of a {@code @QuarkusTest} fetch the key set from an address that is away at first, by
 * {@code @WithTestResource(KeySetTestResource.class)}; a field of type {@link KeySetAddress} is filled with what controls it.
 */
public final class KeySetTestResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable KeySetAddress keys;

    @Override
    public Map<String, String> start() {
        keys = new KeySetAddress();
        return Map.of("mp.jwt.verify.publickey.location", keys.address());
    }

    @Override
    public void inject(TestInjector injector) {
        if (keys != null) {
            injector.injectIntoFields(keys, new TestInjector.MatchesType(KeySetAddress.class));
        }
    }

    @Override
    public void stop() {
        if (keys != null) {
            keys.close();
        }
    }
}
