package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.license.ControlCharacters;
import java.util.Set;

/**
 * The parameters of an address, by how the service treats them: those of libpq, of PostgreSQL 15 to 18 (<a
 * href="https://www.postgresql.org/docs/18/libpq-connect.html#LIBPQ-PARAMKEYWORDS">its list</a>), and the two forms in
 * which people name a schema.
 */
final class AddressParameter {

    private static final Set<String> UNDERSTOOD = Set.of(
            "host",
            "port",
            "dbname",
            "user",
            "password",
            "ssl",
            "sslmode",
            "sslrootcert",
            "sslcert",
            "sslkey",
            "sslcertmode",
            "channel_binding",
            "target_session_attrs",
            "options",
            "search_path",
            "currentSchema",
            "application_name",
            "fallback_application_name");

    /** Parameters that change where or how safely the service connects, and that it does not support. */
    private static final Set<String> REFUSED = Set.of(
            "hostaddr",
            "oauth_client_id",
            "oauth_client_secret",
            "oauth_issuer",
            "oauth_scope",
            "passfile",
            "require_auth",
            "scram_client_key",
            "scram_server_key",
            "service",
            "servicefile",
            "sslcrl",
            "sslcrldir",
            "sslpassword");

    /** They change neither where the service connects to nor how safely. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "client_encoding",
            "connect_timeout",
            "gssdelegation",
            "gssencmode",
            "gsslib",
            "keepalives",
            "keepalives_count",
            "keepalives_idle",
            "keepalives_interval",
            "krbsrvname",
            "load_balance_hosts",
            "max_protocol_version",
            "min_protocol_version",
            "replication",
            "requirepeer",
            "ssl_max_protocol_version",
            "ssl_min_protocol_version",
            "sslcompression",
            "sslkeylogfile",
            "sslnegotiation",
            "sslsni",
            "tcp_user_timeout");

    private AddressParameter() {}

    static boolean isKnown(String name) {
        return UNDERSTOOD.contains(name) || REFUSED.contains(name) || hasNoEffect(name);
    }

    static boolean hasNoEffect(String name) {
        return WITHOUT_EFFECT.contains(name);
    }

    /**
     * Accepts a parameter that the service supports.
     *
     * @throws IllegalArgumentException when it can't, which names the parameter
     */
    static void check(String name, String value) {
        if (!isKnown(name)) {
            throw new IllegalArgumentException(
                    "has the parameter " + ControlCharacters.escaped(name) + ", which libpq does not know.");
        }
        if (!value.isEmpty() && (REFUSED.contains(name) || !isPossible(name, value))) {
            throw new IllegalArgumentException(
                    "has the parameter " + name + " with a value that this service does not support.");
        }
    }

    private static boolean isPossible(String name, String value) {
        return switch (name) {
            case "gssencmode" -> !value.equals("require");
            case "sslcertmode" -> Set.of("disable", "allow").contains(value);
            case "ssl_min_protocol_version" -> !value.equals("TLSv1.3");
            case "replication" -> Set.of("false", "off", "no", "0").contains(value);
            default -> true;
        };
    }
}
