package com.optymyse.inspire.licensing.keygen;

import java.net.URI;

/**
 * Where the vendor's account is at the licensing server.
 *
 * @param server the server, as people know it
 * @param account what the path of every call starts with
 * @param signedHost the host that the server's signatures name, without a port
 */
record AccountAddress(URI server, URI account, String signedHost) {

    AccountAddress {
        String scheme = server.getScheme();
        if (server.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalArgumentException(
                    "licensing.server.url is an address like https://licensing.example.com, not " + server + ".");
        }
        if (server.getRawQuery() != null || server.getRawFragment() != null || server.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "licensing.server.url is a server's address alone, without user, query and fragment.");
        }
    }

    static AccountAddress of(LicensingServerConfig config, String vendorAccount) {
        URI server = config.url();
        String base = server.toString().replaceFirst("/+$", "") + "/v1";
        String account = config.accountInPath() ? base + "/accounts/" + Requests.pathSegment(vendorAccount) : base;
        String host = config.signedHost().orElse(String.valueOf(server.getHost()));
        return new AccountAddress(server, URI.create(account), host);
    }
}
