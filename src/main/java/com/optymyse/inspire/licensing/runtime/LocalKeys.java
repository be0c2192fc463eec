package com.optymyse.inspire.licensing.runtime;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.security.Key;
import java.util.List;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Keys that are configured, or in a file: all that SmallRye JWT knows besides a key set at an address. */
final class LocalKeys extends DefaultJWTTokenParser implements VerificationKeys {

    private final JWTAuthContextInfo settings;
    private volatile boolean available = true;

    LocalKeys(JWTAuthContextInfo settings) {
        this.settings = settings;
    }

    @Override
    public Key key(SignedToken token) {
        if (settings.getPublicVerificationKey() != null) {
            return settings.getPublicVerificationKey();
        }
        VerificationKeyResolver keys = keys();
        try {
            return keys.resolveKey(token.signature(), List.of());
        } catch (UnresolvableKeyException unknown) {
            throw BadToken.of(TokenCheck.KEY, "one of the configured keys", token.keyId());
        }
    }

    private VerificationKeyResolver keys() {
        try {
            VerificationKeyResolver keys = getVerificationKeyResolver(settings);
            available = true;
            return keys;
        } catch (UnresolvableKeyException unreadable) {
            available = false;
            throw Refusal.again(
                    RefusalCode.IDENTITY_PROVIDER_UNREACHABLE,
                    "The keys that tokens are verified with can't be read.",
                    ProviderKeys.RETRY_AFTER);
        }
    }

    @Override
    public long generation() {
        return 0;
    }

    @Override
    public boolean available() {
        return available;
    }

    @Override
    public void tend() {
        // There is nothing to fetch.
    }
}
