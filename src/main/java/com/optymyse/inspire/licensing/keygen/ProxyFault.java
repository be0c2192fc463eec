package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.proxy.ForwardProxy;
import io.netty.handler.proxy.ProxyConnectException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is wrong with the proxy on the way to the licensing server. */
final class ProxyFault {

    /** Netty tells the proxy's response in the text alone. */
    private static final Pattern STATUS = Pattern.compile("status: ([0-9]{3})");

    private static final String REACHES_THAT_SERVER =
            "Ask the administrator of the proxy to check that the proxy can reach that server.";

    private ProxyFault() {}

    /**
     * What is wrong with the proxy; empty when the fault lies behind it.
     *
     * @param fault what happened
     * @param proxy the proxy on the way
     * @param server the server that was called
     */
    static Optional<String> sentence(Throwable fault, ForwardProxy proxy, URI server) {
        String name = "The proxy " + proxy;
        // It is a ConnectException, too.
        Optional<ProxyConnectException> refused = ConnectionFault.find(fault, ProxyConnectException.class);
        if (refused.isPresent()) {
            return Optional.of(refused(refused.get(), name, proxy, server));
        }
        if (ConnectionFault.find(fault, UnknownHostException.class).isPresent()) {
            // The proxy, not this host, resolves the server's name.
            return Optional.of(
                    "The name of the proxy " + proxy + " can't be resolved. Check it (" + proxy.setting() + ").");
        }
        if (ConnectionFault.hasNoRoute(fault)) {
            return Optional.of("This server has no route to the proxy " + proxy + ". Check its network and firewall.");
        }
        if (ConnectionFault.find(fault, ConnectException.class).isPresent()) {
            return Optional.of(name
                    + (ConnectionFault.isTimeout(fault) ? " did not answer in time." : " accepts no connection.")
                    + " Check that it runs, and its address (" + proxy.setting() + ").");
        }
        return Optional.empty();
    }

    private static String refused(ProxyConnectException exception, String name, ForwardProxy proxy, URI server) {
        String message = String.valueOf(exception.getMessage());
        Matcher status = STATUS.matcher(message);
        if (!status.find()) {
            return message.contains("timeout")
                    ? name + " did not connect to " + server + " in time. " + REACHES_THAT_SERVER
                    : name + " closed the connection to " + server + ". Check that it is an HTTP proxy ("
                            + proxy.setting() + "), and ask its administrator to allow this server.";
        }
        return switch (status.group(1)) {
            case "407" ->
                proxy.user() == null
                        ? name + " requires a user and a password (407). Set them in the configuration of the proxy ("
                                + proxy.setting() + ")."
                        : name
                                + " does not accept the configured user and password (407). Correct them in the"
                                + " configuration of the proxy (" + proxy.setting() + ").";
            case "403" ->
                name + " does not allow this server to connect to " + server + " (403). Ask the administrator of the"
                        + " proxy to allow it.";
            default -> name + " could not connect to " + server + " (" + status.group(1) + "). " + REACHES_THAT_SERVER;
        };
    }
}
