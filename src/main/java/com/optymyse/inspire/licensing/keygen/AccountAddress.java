package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.proxy.NoProxy;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the vendor's account is at the licensing server.
 *
 * @param server the server, in the one spelling by which it is recognized
 * @param account what the path of every call starts with
 * @param signedHost the host that the server's signatures name, without a port
 */
record AccountAddress(URI server, URI account, String signedHost) {

    private static final String SETTING = "licensing.server.url";

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("https", 443, "http", 80);

    /**
     * The account's address, as it is configured.
     *
     * @throws ConfigurationException when {@code licensing.server.url} is not a server's address
     */
    static AccountAddress of(LicensingServerConfig config, String vendorAccount) {
        URI server = server(config.url());
        requireSecret(server, config.allowHttp());
        String base = server + "/v1";
        String account = config.accountInPath() ? base + "/accounts/" + Requests.pathSegment(vendorAccount) : base;
        String host = config.signedHost().orElse(String.valueOf(server.getHost()));
        return new AccountAddress(server, URI.create(account), host);
    }

    /** Refuses an address with which license keys would be sent in clear text. */
    private static void requireSecret(URI server, boolean allowHttp) {
        if ("http".equals(server.getScheme())
                && !allowHttp
                && !NoProxy.of(server).isLoopback()) {
            throw unusable(
                    " begins with http://, so license keys would be sent unencrypted. Use an https:// address, or set"
                            + " licensing.server.allow-http=true if the network to that server is safe.");
        }
    }

    /** Addresses that differ in case, a default port or slashes at the end are one server, and are one text here. */
    private static URI server(URI url) {
        String scheme = lowerCase(url.getScheme());
        if (url.getHost() == null || !DEFAULT_PORTS.containsKey(scheme)) {
            throw unusable(" must be an address like https://licensing.example.com, which begins with https:// or"
                    + " http://.");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null) {
            throw unusable(" must be only a server's address, without user, query and fragment.");
        }
        boolean defaultPort =
                url.getPort() == -1 || Integer.valueOf(url.getPort()).equals(DEFAULT_PORTS.get(scheme));
        String port = defaultPort ? "" : ":" + url.getPort();
        String path = url.getRawPath().replaceFirst("/+$", "");
        return URI.create(scheme + "://" + lowerCase(url.getHost()) + port + path);
    }

    private static String lowerCase(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** Quarkus shows the message of this type alone, and no stack trace. The address is not in it: it may hold a password. */
    private static ConfigurationException unusable(String reason) {
        return new ConfigurationException(SETTING + reason, Set.of(SETTING));
    }
}
