package com.optymyse.inspire.licensing.runtime;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.KeyLocationResolver;
import io.smallrye.jwt.auth.principal.ParseException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.http.Get;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Verifies tokens as SmallRye JWT does, by its settings, and tells when the identity provider's keys are others than
 * before. May wait for those keys, so that it must not be called on an event loop.
 */
final class TokenParser extends DefaultJWTTokenParser {

    private final JWTAuthContextInfo settings;
    private final KeySetFetch fetch;
    private @Nullable VerificationKeyResolver keys;

    TokenParser(JWTAuthContextInfo settings, Runnable keysChanged) {
        this.settings = settings;
        this.fetch = new KeySetFetch(keysChanged);
    }

    /**
     * The token, when it is good.
     *
     * @throws ParseException when it is not
     */
    JsonWebToken verify(String token) throws ParseException {
        JwtContext verified = parse(token, settings);
        String type = verified.getJoseObjects().getFirst().getHeader("typ");
        return new DefaultJWTCallerPrincipal(type, verified.getJwtClaims());
    }

    @Override
    protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo info)
            throws UnresolvableKeyException {
        if (info.isVerifyCertificateThumbprint()) {
            return super.getVerificationKeyResolver(info);
        }
        synchronized (this) {
            if (keys == null) {
                KeySetProxy.of(info.getPublicKeyLocation()).ifPresent(fetch::setHttpProxy);
                keys = new WatchedKeys(info, fetch);
            }
            return keys;
        }
    }

    private static final class WatchedKeys extends KeyLocationResolver {

        private final KeySetFetch fetch;

        WatchedKeys(JWTAuthContextInfo settings, KeySetFetch fetch) throws UnresolvableKeyException {
            // Before the constructor of the library, which fetches.
            this.fetch = fetch;
            super(settings);
        }

        @Override
        protected Get getHttpGet() {
            return fetch;
        }

        /** How often a key that is not there may be looked for is a setting; nothing shorter comes before it. */
        @Override
        protected HttpsJwks getHttpsJwks(String location) {
            HttpsJwks keySet = super.getHttpsJwks(location);
            keySet.setRefreshReprieveThreshold(0);
            return keySet;
        }
    }
}
