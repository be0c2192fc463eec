package com.optymyse.inspire.licensing.runtime;

import com.optymyse.inspire.licensing.keygen.ForwardProxy;
import com.optymyse.inspire.licensing.keygen.ProxyRules;
import io.quarkus.logging.Log;
import io.smallrye.config.SmallRyeConfig;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The proxy between this service and the identity provider's key set, where the environment names one. */
final class KeySetProxy {

    /** The JDK forbids a proxy's user and password on the way to an https address, unless this says otherwise. */
    private static final String TUNNELING = "jdk.http.auth.tunneling.disabledSchemes";

    private KeySetProxy() {}

    /**
     * The proxy for a key set, by the service's environment; empty where it is fetched directly. The log tells which.
     *
     * @param address where the key set is; not always at an address that is called over HTTP
     * @throws io.quarkus.runtime.configuration.ConfigurationException when the environment names no HTTP proxy
     */
    static Optional<Proxy> of(@Nullable String address) {
        return address == null || !address.regionMatches(true, 0, "http", 0, 4)
                ? Optional.empty()
                : of(address, ProxyRules.of(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class)));
    }

    static Optional<Proxy> of(String address, ProxyRules rules) {
        Optional<ForwardProxy> named = rules.proxyFor(URI.create(address));
        named.filter(proxy -> proxy.user() != null).ifPresent(KeySetProxy::logIn);
        log(
                address,
                named.map(proxy -> "through the proxy " + proxy + " (" + proxy.setting() + ")")
                        .orElse("directly, without a proxy"));
        return named.map(
                proxy -> new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
    }

    /** Tells the operator which way is used, where SmallRye JWT's own settings name a proxy. */
    static void logConfigured(String address, String host, int port) {
        log(address, "through the proxy " + host + ":" + port + " (smallrye.jwt.http.proxy.host)");
    }

    private static void log(String address, String way) {
        Log.infof("The identity provider's key set %s is fetched %s.", address, way);
    }

    /** The JDK's client asks nobody else for a user and a password. This one knows those of one proxy alone. */
    private static void logIn(ForwardProxy proxy) {
        if (System.getProperty(TUNNELING) == null) {
            System.setProperty(TUNNELING, "");
        }
        Authenticator.setDefault(new Login(proxy));
    }

    private static final class Login extends Authenticator {

        private final ForwardProxy proxy;

        Login(ForwardProxy proxy) {
            this.proxy = proxy;
        }

        @Override
        protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            boolean asked = getRequestorType() == RequestorType.PROXY
                    && proxy.host().equals(getRequestingHost())
                    && proxy.port() == getRequestingPort();
            return asked
                    ? new PasswordAuthentication(
                            proxy.user(), String.valueOf(proxy.password()).toCharArray())
                    : null;
        }
    }
}
