package com.optymyse.inspire.licensing.proxy;

import io.smallrye.config.SmallRyeConfig;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy the environment names for an address: {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}, each in
 * upper or in lower case. This host itself is never asked through a proxy.
 */
public final class ProxyRules {

    private final Function<String, @Nullable String> environment;

    /** @param environment the value of a variable; null where it is not set */
    public ProxyRules(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /** The rules by the variables in the service's environment and other sources of its configuration. */
    public static ProxyRules of(SmallRyeConfig config) {
        // Expressions are not expanded: a password may look like one.
        return new ProxyRules(variable -> config.getConfigValue(variable).getRawValue());
    }

    /**
     * The proxy for an address; empty where it is asked directly.
     *
     * @throws io.quarkus.runtime.configuration.ConfigurationException when the variable for this address does not name an
     *     HTTP proxy
     */
    public Optional<ForwardProxy> proxyFor(URI address) {
        NoProxy server = NoProxy.of(address);
        if (server.isLoopback() || value("NO_PROXY").filter(server::isIn).isPresent()) {
            return Optional.empty();
        }
        String variable = "https".equalsIgnoreCase(address.getScheme()) ? "HTTPS_PROXY" : "HTTP_PROXY";
        return value(variable).map(value -> ForwardProxy.parse(variable, value));
    }

    private Optional<String> value(String variable) {
        return Stream.of(variable.toLowerCase(Locale.ROOT), variable)
                .map(environment)
                .flatMap(Stream::ofNullable)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
