package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.license.ControlCharacters;
import com.optymyse.inspire.licensing.proxy.ForwardProxy;
import com.optymyse.inspire.licensing.proxy.ProxyRules;
import io.quarkus.logging.Log;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The way to the licensing server: through which proxy, and which certificates count. Quarkus' own settings of the client
 * come first; what they leave open follows from {@code licensing.server.*} and the environment.
 */
@Singleton
class ServerRoute {

    private static final String CLIENT = "quarkus.rest-client.licensing-server.proxy-address";
    private static final String ALL_CLIENTS = "quarkus.rest-client.proxy-address";
    /** Shorter than a call may take. Otherwise a silent proxy would look like a server that does not answer. */
    private static final Duration PROXY_TIMEOUT = Duration.ofSeconds(3);

    private static final Set<String> TLS_VERSIONS = new LinkedHashSet<>(List.of("TLSv1.3", "TLSv1.2"));

    private final Optional<ForwardProxy> proxyOfEnvironment;
    private final ExplainedTrust trust;
    private final boolean ownAuthorities;
    private final String host;
    private volatile Optional<ForwardProxy> proxy = Optional.empty();

    /** Checks the settings at the start, even if the server is called much later. */
    ServerRoute(LicensingServerConfig server, SmallRyeConfig config) {
        boolean decided = Stream.of(CLIENT, ALL_CLIENTS)
                .anyMatch(setting ->
                        config.getOptionalValue(setting, String.class).isPresent());
        this.proxyOfEnvironment =
                decided ? Optional.empty() : ProxyRules.of(config).proxyFor(server.url());
        this.trust = new ExplainedTrust(TrustedAuthorities.with(server.trustedCertificates()));
        this.ownAuthorities = server.trustedCertificates().isPresent();
        this.host = String.valueOf(server.url().getHost());
    }

    /** Completes the options of the client that calls the server. */
    void complete(HttpClientOptions client) {
        if (client.getProxyOptions() == null) {
            proxyOfEnvironment.map(ServerRoute::options).ifPresent(client::setProxyOptions);
            proxy = proxyOfEnvironment;
        } else {
            proxy = isExcepted(client.getNonProxyHosts())
                    ? Optional.empty()
                    : Optional.of(configured(client.getProxyOptions()));
        }
        if (client.getProxyOptions() != null) {
            client.getProxyOptions().setConnectTimeout(PROXY_TIMEOUT);
        }
        if (ownAuthorities || (client.getTrustOptions() == null && !client.isTrustAll())) {
            client.setTrustOptions(TrustOptions.wrap(trust));
            client.setEnabledSecureTransportProtocols(TLS_VERSIONS);
        }
    }

    /** Whether the server is excepted from the proxy, by the client's own rule: a name, or an asterisk and the end of one. */
    private boolean isExcepted(@Nullable List<String> hosts) {
        return hosts != null
                && hosts.stream()
                        .anyMatch(host ->
                                host.startsWith("*") ? this.host.endsWith(host.substring(1)) : this.host.equals(host));
    }

    /** The proxy between this service and the server, once there is a client. */
    Optional<ForwardProxy> proxy() {
        return proxy;
    }

    /** Tells the operator which way is used. */
    void log(AccountAddress address) {
        Log.infof(
                "The service connects to the licensing server %s %s.",
                ControlCharacters.escaped(address.server().toString()),
                proxy.map(used -> "through the proxy " + ControlCharacters.escaped(used + " (" + used.setting() + ")"))
                        .orElse("directly, without a proxy"));
    }

    private static ProxyOptions options(ForwardProxy proxy) {
        ProxyOptions options = new ProxyOptions().setHost(proxy.host()).setPort(proxy.port());
        return proxy.user() == null
                ? options
                : options.setUsername(proxy.user()).setPassword(proxy.password());
    }

    /** The proxy that is configured for Quarkus' client. Its user is kept only to explain why a proxy may refuse. */
    private static ForwardProxy configured(ProxyOptions options) {
        return new ForwardProxy(
                options.getHost(), options.getPort(), options.getUsername(), null, "configured for Quarkus' client");
    }
}
