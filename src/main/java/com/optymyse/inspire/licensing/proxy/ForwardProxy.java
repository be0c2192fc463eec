package com.optymyse.inspire.licensing.proxy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy that requests go through. Its text form has no user and no password, so that it may be logged.
 *
 * @param host the proxy's name or address
 * @param port its port
 * @param user who to be there; null where it asks nobody
 * @param password the user's password; null where there is none
 * @param setting the name of the setting that the proxy comes from
 */
public record ForwardProxy(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        String setting) {

    private static final String SCHEME = "http://";
    private static final int DEFAULT_PORT = 80;

    /**
     * The proxy that an environment variable names: {@code http://user:password@host:port}, of which the host is required.
     *
     * @throws ConfigurationException when the value is not an HTTP proxy's address; the value is not in the message
     */
    static ForwardProxy parse(String variable, String value) {
        String address = value.contains("://") ? value : SCHEME + value;
        if (!address.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw unusable(variable);
        }
        String rest = address.substring(SCHEME.length());
        int at = rest.lastIndexOf('@');
        URI server = server(variable, rest.substring(at + 1));
        int port = server.getPort() == -1 ? DEFAULT_PORT : server.getPort();
        if (at < 0) {
            return new ForwardProxy(server.getHost(), port, null, null, variable);
        }
        String[] login = rest.substring(0, at).split(":", 2);
        String password = login.length == 2 ? decode(login[1]) : "";
        return new ForwardProxy(server.getHost(), port, decode(login[0]), password, variable);
    }

    /** Where it is. */
    public String address() {
        return host + ":" + port;
    }

    @Override
    public String toString() {
        return address();
    }

    private static URI server(String variable, String text) {
        try {
            URI server = URI.create(SCHEME + text);
            if (server.getHost() != null && server.getPort() <= 65_535) {
                return server;
            }
        } catch (IllegalArgumentException notAnAddress) {
            // Its message would repeat the value.
        }
        throw unusable(variable);
    }

    /** A text that is not encoded is taken as it is. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    private static ConfigurationException unusable(String variable) {
        return new ConfigurationException(
                variable + " must be the address of an HTTP proxy, like http://proxy.example.com:3128.",
                Set.of(variable));
    }
}
