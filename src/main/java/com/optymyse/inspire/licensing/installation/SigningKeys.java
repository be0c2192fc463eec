package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The signing keys in memory, which outlive an outage of their store. */
@ApplicationScoped
public class SigningKeys {

    private final SigningKeyStore store;
    private final AtomicReference<@Nullable KeySet> known = new AtomicReference<>();

    SigningKeys(SigningKeyStore store) {
        this.store = store;
    }

    /**
     * The keys now.
     *
     * @throws Refusal {@link RefusalCode#STARTING} until they were read once
     */
    public KeySet now() {
        KeySet keys = known.get();
        if (keys == null) {
            throw new Refusal(
                    RefusalCode.STARTING,
                    "The service is starting and has not read its signing keys yet. Try again in a moment.");
        }
        return keys;
    }

    /** Reads the keys again. Fails as the store does; what was known then stays. */
    public Uni<KeySet> reload() {
        return store.load().invoke(known::set);
    }
}
