package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.license.EnumWord;
import java.util.Arrays;
import java.util.Optional;

/** How a connection to PostgreSQL is encrypted and whose certificate is accepted: libpq's {@code sslmode}. */
enum TlsMode {
    DISABLE,
    ALLOW,
    PREFER,
    REQUIRE,
    VERIFY_CA,
    VERIFY_FULL;

    /** As it is written in an address: {@code verify-full}. */
    String text() {
        return EnumWord.of(this);
    }

    static Optional<TlsMode> of(String text) {
        return Arrays.stream(values()).filter(mode -> mode.text().equals(text)).findFirst();
    }

    /** Whether the server's certificate has to be signed by an authority that is trusted. */
    boolean verifies() {
        return this == VERIFY_CA || this == VERIFY_FULL;
    }
}
