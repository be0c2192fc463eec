package com.optymyse.inspire.licensing.runtime;

import io.smallrye.jwt.auth.principal.AbstractKeyLocationResolver;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jose4j.http.Get;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/** Fetches the key set of the identity provider once, by the settings of SmallRye JWT. Nobody waits long for it. */
class KeySetFetch {

    /** How long a fetch may take in all. The library limits each read alone, and later; an answer may drip. */
    static final Duration LONGEST = Duration.ofSeconds(3);

    private final JWTAuthContextInfo settings;
    private final String address;
    private final Duration longest;

    /** Made when it is first needed, because a file with a certificate may come later than the service. */
    private @Nullable Get client;

    KeySetFetch(JWTAuthContextInfo settings) {
        this(settings, LONGEST);
    }

    KeySetFetch(JWTAuthContextInfo settings, Duration longest) {
        this.settings = settings;
        this.address = settings.getPublicKeyLocation();
        this.longest = longest;
    }

    String address() {
        return address;
    }

    /**
     * The key set as it is now.
     *
     * @throws IOException when it can't be had in time, or is none
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
        Get library = client();
        FutureTask<String> answer = new FutureTask<>(() -> library.get(address).getBody());
        // An interrupt closes the socket of a virtual thread, and of no other.
        Thread.ofVirtual().name("identity-provider-keys").start(answer);
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new IOException("The answer was not complete within " + longest.toMillis() + " ms.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The service stops.");
        } catch (ExecutionException failure) {
            throw failed(failure.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static IOException failed(@Nullable Throwable cause) {
        return cause instanceof IOException fault
                ? fault
                // So the library says that a certificate can't be read, for example.
                : new IOException("The request can't be made.", cause);
    }

    private Get client() throws IOException {
        if (client == null) {
            try {
                client = new Options(settings).client(address);
            } catch (UnresolvableKeyException | RuntimeException refused) {
                throw failed(refused);
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

    /** All options of the connection: those of our own, and what SmallRye JWT has settings for. */
    private static final class Options extends AbstractKeyLocationResolver {

        private final Get client = new Get();

        Options(JWTAuthContextInfo settings) throws UnresolvableKeyException {
            super(settings);
        }

        Get client(String address) throws IOException {
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
