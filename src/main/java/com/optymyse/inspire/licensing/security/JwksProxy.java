package com.optymyse.inspire.licensing.security;

import com.optymyse.inspire.licensing.proxy.ForwardProxy;
import com.optymyse.inspire.licensing.proxy.ProxyRules;
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
final class JwksProxy {

    /** The JDK forbids a proxy's user and password on the way to an https address, unless this says otherwise. */
    private static final String TUNNELING = "jdk.http.auth.tunneling.disabledSchemes";

    private JwksProxy() {}

    /**
     * The proxy for a key set, by the service's environment; empty where it is fetched directly.
     *
     * @param address where the key set is; not always at an address that is called over HTTP
     * @throws io.quarkus.runtime.configuration.ConfigurationException when the environment names no HTTP proxy
     */
    static Optional<ForwardProxy> of(@Nullable String address) {
        return address == null || !address.regionMatches(true, 0, "http", 0, 4)
                ? Optional.empty()
                : ProxyRules.of(ConfigProvider.getConfig().unwrap(SmallRyeConfig.class))
                        .proxyFor(URI.create(address));
    }

    /** The same for the JDK's client, which knows its user and password from now on. */
    static Proxy forTheJdk(ForwardProxy proxy) {
        if (proxy.user() != null) {
            logIn(proxy);
        }
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
    }

    /** The JDK's client asks nobody else for a user and a password. This one knows those of one proxy alone. */
    private static void logIn(ForwardProxy proxy) {
        if (System.getProperty(TUNNELING) == null) {
            System.setProperty(TUNNELING, "");
        }
        Authenticator.setDefault(new Authenticator() {
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
        });
    }
}
