package com.optymyse.inspire.licensing.postgres;

import java.util.Map;
import java.util.Optional;

/** What the parameters of an address say of encryption, with libpq's defaults but without its files in a home directory. */
record TlsParameters(Map<String, String> parameters) {

    /** @throws IllegalArgumentException when they contradict one another, or miss what they need */
    Tls tls() {
        Optional<String> authorities = Optional.ofNullable(parameters.get("sslrootcert"));
        boolean anonymous = "disable".equals(parameters.get("sslcertmode"));
        return new Tls(
                mode(authorities),
                authorities.orElse(null),
                anonymous ? null : parameters.get("sslcert"),
                anonymous ? null : parameters.get("sslkey"));
    }

    private TlsMode mode(Optional<String> authorities) {
        boolean system = authorities.filter(Tls.SYSTEM::equals).isPresent();
        TlsMode mode = written().orElse(system ? TlsMode.VERIFY_FULL : TlsMode.PREFER);
        if (system && mode != TlsMode.VERIFY_FULL) {
            // Anybody can have a certificate of a public authority for a name of their own.
            throw new IllegalArgumentException(
                    "has sslrootcert=system with another sslmode than verify-full, which libpq refuses, too.");
        }
        return mode == TlsMode.REQUIRE && authorities.isPresent() ? TlsMode.VERIFY_CA : mode;
    }

    private Optional<TlsMode> written() {
        return Optional.ofNullable(parameters.get("sslmode"))
                .map(text -> TlsMode.of(text)
                        .orElseThrow(
                                () -> new IllegalArgumentException("has an sslmode that libpq does not know. It knows"
                                        + " disable, allow, prefer, require, verify-ca and verify-full.")))
                .or(this::ofJdbc);
    }

    /** The one form of JDBC drivers that libpq understands. */
    private Optional<TlsMode> ofJdbc() {
        String ssl = parameters.get("ssl");
        if (ssl != null && !ssl.equals("true")) {
            throw new IllegalArgumentException("has the parameter ssl with another value than true. Use sslmode.");
        }
        return Optional.ofNullable(ssl).map(on -> TlsMode.REQUIRE);
    }
}
