package com.optymyse.inspire.licensing.commandline;

import java.security.Security;
import java.util.Objects;

/**
 * How long the JVM remembers what a host name resolves to. A managed database and an identity provider move by a change of
 * their name's address, and the JVM's thirty and ten seconds are longer than it may take to notice that they are back.
 */
final class NameCache {

    private NameCache() {}

    /** Shortens the cache. It must run before any name is looked up. What an operator set for the JVM stays. */
    static void shorten() {
        shorten("networkaddress.cache.ttl", "", "sun.net.inetaddr.ttl", "5");
        shorten("networkaddress.cache.negative.ttl", "10", "sun.net.inetaddr.negative.ttl", "1");
    }

    /** @param shipped what Java comes with, empty for nothing */
    private static void shorten(String property, String shipped, String ofTheCommand, String seconds) {
        String set = Objects.requireNonNullElse(Security.getProperty(property), "");
        if (System.getProperty(ofTheCommand) == null && set.equals(shipped)) {
            Security.setProperty(property, seconds);
        }
    }
}
