package com.optymyse.inspire.licensing.runtime;

import io.smallrye.jwt.auth.principal.AbstractKeyLocationResolver;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.util.List;
import org.jose4j.http.Get;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/** Fetches the key set of the identity provider once, by the settings of SmallRye JWT. Nobody waits long for it. */
class KeySetFetch {

    private static final int TIMEOUT_MILLIS = 3000;

    private final JWTAuthContextInfo settings;
    private final String address;

    /** Made when it is first needed, because a file with a certificate may come later than the service. */
    private @Nullable Get client;

    KeySetFetch(JWTAuthContextInfo settings) {
        this.settings = settings;
        this.address = settings.getPublicKeyLocation();
    }

    String address() {
        return address;
    }

    /**
     * The key set as it is now.
     *
     * @throws IOException when it can't be had, or is none
     */
    FetchedKeys fetch() throws IOException {
        String text = text();
        List<JsonWebKey> keys = keys(text);
        if (keys.isEmpty()) {
            throw new IOException("The answer is a key set without any key that can be used.");
        }
        return new FetchedKeys(keys, text);
    }

    private String text() throws IOException {
        try {
            return client().get(address).getBody();
        } catch (RuntimeException strange) {
            // A certificate that can't be read, for example: the library says it so.
            throw new IOException("The request can't be made.", strange);
        }
    }

    private Get client() throws IOException {
        if (client == null) {
            try {
                client = new Options(settings).client(address);
            } catch (UnresolvableKeyException refused) {
                throw new IOException(refused);
            }
        }
        return client;
    }

    private static List<JsonWebKey> keys(String text) throws IOException {
        try {
            return new JsonWebKeySet(text).getJsonWebKeys();
        } catch (JoseException | RuntimeException none) {
            throw new IOException("The answer is not a key set (JWKS).", none);
        }
    }

    /** All options of the connection: timeouts of our own, and what SmallRye JWT has settings for. */
    private static final class Options extends AbstractKeyLocationResolver {

        private final Get client = new Get();

        Options(JWTAuthContextInfo settings) throws UnresolvableKeyException {
            super(settings);
        }

        Get client(String address) throws IOException {
            client.setConnectTimeout(TIMEOUT_MILLIS);
            client.setReadTimeout(TIMEOUT_MILLIS);
            client.setRetries(0);
            String configured = authContextInfo.getHttpProxyHost();
            if (configured == null) {
                KeySetProxy.of(address).ifPresent(client::setHttpProxy);
            } else {
                KeySetProxy.logConfigured(address, configured, authContextInfo.getHttpProxyPort());
            }
            // The library sets the proxy of its own settings, and whose certificates count.
            initializeHttpsJwks(address);
            return client;
        }

        /** The library's method above puts its settings into this one. */
        @Override
        protected Get getHttpGet() {
            return client;
        }
    }
}
