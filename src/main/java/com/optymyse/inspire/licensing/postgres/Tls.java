package com.optymyse.inspire.licensing.postgres;

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
                    + " without sslrootcert. Name the file of your certificate authority, or \"system\" for the authorities"
                    + " that Java trusts.");
        }
        if ((certificate == null) != (key == null)) {
            throw new IllegalArgumentException("has one of sslcert and sslkey without the other.");
        }
    }
}
