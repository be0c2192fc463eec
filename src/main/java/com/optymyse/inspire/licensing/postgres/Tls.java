package com.optymyse.inspire.licensing.postgres;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How connections to PostgreSQL are encrypted.
 *
 * @param mode whether they are, and whether the server's certificate is verified
 * @param authorities the file of the certificate authorities (PEM), or {@link #SYSTEM}; null when none is trusted
 * @param certificate the file of the client's certificate and its chain (PEM); null when there is none
 * @param key the file of the certificate's private key (PEM); null when there is no certificate
 */
record Tls(
        TlsMode mode,
        @Nullable String authorities,
        @Nullable String certificate,
        @Nullable String key) {

    /** The authorities that the JVM trusts. */
    static final String SYSTEM = "system";

    Tls {
        if (mode.verifies() && authorities == null) {
            throw new IllegalArgumentException("has sslmode=" + mode.text()
                    + " without sslrootcert. Name the file of your certificate authority, or \"system\" for the"
                    + " authorities that Java trusts.");
        }
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException("has one of sslcert and sslkey without the other.");
        }
    }

    /**
     * What the parameters of an address say of it, with libpq's defaults but without its files in a home directory.
     *
     * @throws IllegalArgumentException when they contradict one another, or miss what they need
     */
    static Tls of(Map<String, String> parameters) {
        Optional<String> authorities = Optional.ofNullable(parameters.get("sslrootcert"));
        boolean anonymous = "disable".equals(parameters.get("sslcertmode"));
        return new Tls(
                mode(parameters, authorities),
                authorities.orElse(null),
                anonymous ? null : parameters.get("sslcert"),
                anonymous ? null : parameters.get("sslkey"));
    }

    private static TlsMode mode(Map<String, String> parameters, Optional<String> authorities) {
        boolean system = authorities.filter(SYSTEM::equals).isPresent();
        TlsMode mode = written(parameters).orElse(system ? TlsMode.VERIFY_FULL : TlsMode.PREFER);
        if (system && mode != TlsMode.VERIFY_FULL) {
            // Anybody can have a certificate of a public authority for a name of their own.
            throw new IllegalArgumentException(
                    "must have sslmode=verify-full with sslrootcert=system, as libpq requires.");
        }
        return mode == TlsMode.REQUIRE && authorities.isPresent() ? TlsMode.VERIFY_CA : mode;
    }

    private static Optional<TlsMode> written(Map<String, String> parameters) {
        return Optional.ofNullable(parameters.get("sslmode"))
                .map(text -> TlsMode.of(text)
                        .orElseThrow(
                                () -> new IllegalArgumentException("has an sslmode that libpq does not know. It knows"
                                        + " disable, allow, prefer, require, verify-ca and verify-full.")))
                .or(() -> ofJdbc(parameters.get("ssl")));
    }

    /** The one form of JDBC drivers that libpq understands. */
    private static Optional<TlsMode> ofJdbc(@Nullable String ssl) {
        if (ssl != null && !ssl.equals("true")) {
            throw new IllegalArgumentException("has the parameter ssl with another value than true. Use sslmode.");
        }
        return Optional.ofNullable(ssl).map(on -> TlsMode.REQUIRE);
    }
}
