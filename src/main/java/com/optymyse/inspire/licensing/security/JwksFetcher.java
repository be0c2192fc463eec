package com.optymyse.inspire.licensing.security;

import com.optymyse.inspire.licensing.license.ControlCharacters;
import com.optymyse.inspire.licensing.proxy.ForwardProxy;
import io.quarkus.logging.Log;
import io.smallrye.jwt.auth.principal.AbstractKeyLocationResolver;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
public class JwksFetcher {

    /** How long a fetch may take in all. The library limits each read alone, and later; an answer may drip. */
    static final Duration LONGEST = Duration.ofSeconds(3);

    private final JWTAuthContextInfo settings;
    private final String address;
    private final Duration longest;

    /** Made anew after each failure, because the file with the authority's certificate may have been the cause. */
    private @Nullable Get client;

    private boolean told;

    public JwksFetcher(JWTAuthContextInfo settings) {
        this(settings, LONGEST);
    }

    public JwksFetcher(JWTAuthContextInfo settings, Duration longest) {
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
    public FetchedJwks fetch() throws IOException {
        String text = text();
        List<JsonWebKey> keys = keys(text);
        if (keys.isEmpty()) {
            throw new IOException("The response is a key set without a usable key.");
        }
        return new FetchedJwks(keys, text);
    }

    private String text() throws IOException {
        Get library = client();
        FutureTask<String> answer = new FutureTask<>(() -> library.get(address).getBody());
        // An interrupt closes the socket of a virtual thread, and of no other.
        Thread.ofVirtual().name("identity-provider-keys").start(answer);
        client = null;
        try {
            String text = answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            client = library;
            return text;
        } catch (TimeoutException late) {
            throw new IOException("The response was not complete within " + longest.toMillis() + " ms.");
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
        if (client != null) {
            return client;
        }
        try {
            Options options = new Options(settings);
            Get made = options.client(address);
            if (!told) {
                Log.infof(
                        "The identity provider's key set %s is fetched %s.",
                        ControlCharacters.escaped(address), ControlCharacters.escaped(options.way));
                told = true;
            }
            return made;
        } catch (UnresolvableKeyException | RuntimeException refused) {
            throw failed(refused);
        }
    }

    private static List<JsonWebKey> keys(String text) throws IOException {
        try {
            return new JsonWebKeySet(text).getJsonWebKeys();
        } catch (JoseException | RuntimeException none) {
            throw new IOException("The response is not a key set (JWKS).", none);
        }
    }

    /** All options of the connection: those of our own, and what SmallRye JWT has settings for. */
    private static final class Options extends AbstractKeyLocationResolver {

        private final Get client = new Get();
        private String way = "directly, without a proxy";

        Options(JWTAuthContextInfo settings) throws UnresolvableKeyException {
            super(settings);
        }

        Get client(String address) throws IOException {
            client.setRetries(0);
            String configured = authContextInfo.getHttpProxyHost();
            if (configured == null) {
                setProxy(JwksProxy.of(address));
            } else {
                way = "through the proxy " + configured + ":" + authContextInfo.getHttpProxyPort()
                        + " (smallrye.jwt.http.proxy.host)";
            }
            // The library sets the proxy of its own settings, and whose certificates count.
            initializeHttpsJwks(address);
            return client;
        }

        private void setProxy(Optional<ForwardProxy> proxy) {
            proxy.ifPresent(named -> way = "through the proxy " + named + " (" + named.setting() + ")");
            // Without any, the JDK would ask its own settings, which the licensing server's client does not know.
            client.setHttpProxy(proxy.map(JwksProxy::forTheJdk).orElse(Proxy.NO_PROXY));
        }

        /** The library's method above puts its settings into this one. */
        @Override
        protected Get getHttpGet() {
            return client;
        }
    }
}
