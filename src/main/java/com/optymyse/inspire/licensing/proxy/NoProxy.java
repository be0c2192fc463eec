package com.optymyse.inspire.licensing.proxy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A server as {@code NO_PROXY} sees it.
 *
 * @param host its name in lower case, or its address without brackets
 * @param port its port
 */
public record NoProxy(String host, int port) {

    private static final Map<String, Integer> DEFAULT_PORTS = Map.of("https", 443, "http", 80);

    public static NoProxy of(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort() == -1 ? DEFAULT_PORTS.getOrDefault(scheme, -1) : address.getPort();
        return new NoProxy(plain(String.valueOf(address.getHost())), port);
    }

    /** Whether the server is this host itself. */
    public boolean isLoopback() {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /** Whether a list, with commas or blanks between its entries, names the server. */
    boolean isIn(String list) {
        return Arrays.stream(list.split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(this::matches);
    }

    private boolean matches(String entry) {
        if (entry.equals("*")) {
            return true;
        }
        String withoutPort = entry;
        int colon = entry.lastIndexOf(':');
        // The colons of an IPv6 address that stands without brackets are its own.
        if (colon >= 0 && (entry.indexOf(':') == colon || (entry.startsWith("[") && entry.charAt(colon - 1) == ']'))) {
            if (!entry.substring(colon + 1).equals(String.valueOf(port))) {
                return false;
            }
            withoutPort = entry.substring(0, colon);
        }
        return matchesHost(plain(withoutPort));
    }

    private boolean matchesHost(String name) {
        Optional<InetAddress> address = literal(host);
        if (address.isPresent()) {
            return name.contains("/")
                    ? isInNetwork(address.get(), name)
                    : literal(name).equals(address);
        }
        String suffix = name.startsWith("*.") ? name.substring(1) : name;
        return suffix.startsWith(".") ? host.endsWith(suffix) : host.equals(suffix) || host.endsWith("." + suffix);
    }

    private static boolean isInNetwork(InetAddress address, String network) {
        String[] parts = network.split("/", 2);
        Optional<InetAddress> base = literal(plain(parts[0]));
        if (base.isEmpty() || !parts[1].matches("[0-9]{1,3}")) {
            return false;
        }
        byte[] one = address.getAddress();
        byte[] other = base.get().getAddress();
        int rest = one.length * Byte.SIZE - Integer.parseInt(parts[1]);
        return one.length == other.length
                && rest >= 0
                && new BigInteger(1, one).shiftRight(rest).equals(new BigInteger(1, other).shiftRight(rest));
    }

    /** Parses an address; a name is not looked up. */
    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    private static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst("^\\[(.*)]", "$1").replaceFirst("\\.$", "");
    }
}
