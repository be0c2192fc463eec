package com.optymyse.inspire.licensing.postgres;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which database the service uses and how it gets there, as the operator's address says. It never prints the password.
 *
 * @param hosts at least one, in the order in which they are tried
 * @param database the name of the database
 * @param user the role that connects
 * @param password the role's password where the address has it; null when it comes from a setting, or none is needed
 * @param tls how connections are encrypted
 * @param applicationName what PostgreSQL shows of its clients
 * @param session what each session begins with, in this order
 * @param warnings a sentence for each thing in the address that has no effect
 */
public record DatabaseAddress(
        List<Host> hosts,
        String database,
        String user,
        @Nullable String password,
        Tls tls,
        String applicationName,
        List<SessionSetting> session,
        List<String> warnings) {

    /**
     * One server.
     *
     * @param name a host name, or an IP address without brackets
     * @param port 1 to 65535
     */
    public record Host(String name, int port) {}

    /** The setting that has the address. */
    static final String SETTING = "licensing.database.url";

    public DatabaseAddress {
        hosts = List.copyOf(hosts);
        session = List.copyOf(session);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads an address in libpq's form, {@code postgresql://user:password@host:port/database?sslmode=verify-full}. This is a
     * pure function: it opens no file and asks no name server.
     *
     * @param text the address
     * @param username the role, where the address names none
     * @throws IllegalArgumentException when it can't be used as it is, in a sentence that names what is wrong and shows nothing
     *     that may be part of a password
     */
    public static DatabaseAddress parse(String text, Optional<String> username) {
        try {
            return new DatabaseAddressParser(AddressText.of(text), username).address();
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(SETTING + " " + unusable.getMessage(), unusable);
        }
    }

    @Override
    public String toString() {
        return "DatabaseAddress[hosts=" + hosts + ", database=" + database + ", user=" + user + ", tls=" + tls + "]";
    }
}
