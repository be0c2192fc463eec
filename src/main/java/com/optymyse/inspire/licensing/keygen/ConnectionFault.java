package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.keygen.CertificateRefused.Reason;
import com.optymyse.inspire.licensing.license.EnumWord;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.proxy.ForwardProxy;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says what is wrong when no response came from the licensing server, in words for whoever runs the installation. */
final class ConnectionFault {

    /** The package of Netty's exceptions, which have no type in common. */
    private static final String NETTY = "io.netty.";

    /** Linux's messages for a missing route. */
    private static final List<String> NO_ROUTE =
            List.of("Network is unreachable", "Network is down", "No route to host", "Host is down");

    private ConnectionFault() {}

    /** What programs are told in {@code cause}. */
    enum Kind {
        CERTIFICATE,
        PROXY,
        NAME_UNKNOWN,
        NOT_ACCEPTED,
        TIMEOUT,
        NO_ROUTE,
        REFUSED,
        TLS,
        BROKEN_OFF
    }

    /**
     * Whether the network, or the protocol spoken on it, can cause this failure of a call. Anything else is an error of
     * this service. The innermost cause decides, because the client wraps the exceptions of our own filters as well.
     */
    static boolean isOne(Throwable fault) {
        Throwable innermost = root(fault);
        return innermost instanceof IOException
                || (innermost instanceof GeneralSecurityException && isInHandshake(fault))
                || innermost instanceof TimeoutException
                || innermost instanceof java.util.concurrent.TimeoutException
                || innermost instanceof VertxException
                || innermost instanceof NoStackTraceThrowable
                || innermost.getClass().getName().startsWith(NETTY)
                || (innermost instanceof IllegalArgumentException && isThrownByNetty(innermost));
    }

    /** Whether a security failure happened in a TLS handshake, and so is about the other side. */
    private static boolean isInHandshake(Throwable fault) {
        return find(fault, SSLException.class).isPresent();
    }

    /** Netty's HTTP decoder has no type of its own for a response that is not HTTP. */
    private static boolean isThrownByNetty(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> !name.startsWith("java."))
                .findFirst()
                .filter(name -> name.startsWith(NETTY))
                .isPresent();
    }

    /** Whether the time of a certificate is over or to come, so that another clock is worth asking. */
    static boolean isAboutTime(Throwable fault) {
        return find(fault, CertificateRefused.class)
                .map(CertificateRefused::reason)
                .filter(reason -> reason == Reason.EXPIRED || reason == Reason.NOT_YET_VALID)
                .isPresent();
    }

    /**
     * @param fault a failure that {@link #isOne}
     * @param server the server that was called
     * @param proxy the proxy on the way, where there is one
     * @param now this host's time
     * @param databaseTime the database's time, where it is known
     */
    static <T> CallResult.Failed<T> of(
            Throwable fault, URI server, Optional<ForwardProxy> proxy, Instant now, Optional<Instant> databaseTime) {
        if (find(fault, ResponseTooLarge.class).isPresent()) {
            return new CallResult.Failed<>(
                    CallResult.Cause.ERROR,
                    "The service stopped reading the response of " + server + ", because it is larger than "
                            + ResponseTooLarge.LIMIT + " bytes. Check licensing.server.url: something else may"
                            + " answer there.");
        }
        return find(fault, CertificateRefused.class)
                .map(refused -> ConnectionFault.<T>failed(
                        server, Kind.CERTIFICATE, CertificateFault.sentence(refused, server, now, databaseTime)))
                .or(() -> proxy.flatMap(used -> ProxyFault.sentence(fault, used, server))
                        .map(sentence -> failed(server, Kind.PROXY, sentence)))
                .orElseGet(() -> {
                    Kind kind = kind(fault);
                    return failed(server, kind, sentence(kind, fault, server, onTheWay(proxy)));
                });
    }

    private static <T> CallResult.Failed<T> failed(URI server, Kind kind, String sentence) {
        return new CallResult.Failed<T>(CallResult.Cause.UNREACHABLE, sentence)
                .telling(Map.of("host", server.getHost(), "cause", EnumWord.of(kind)));
    }

    /** What may break off a connection, beside the server. */
    private static String onTheWay(Optional<ForwardProxy> proxy) {
        return proxy.map(used -> "the proxy " + used + " or a firewall").orElse("a firewall or proxy on the way");
    }

    private static Kind kind(Throwable fault) {
        if (find(fault, UnknownHostException.class).isPresent()) {
            return Kind.NAME_UNKNOWN;
        }
        if (find(fault, ConnectTimeoutException.class).isPresent()) {
            return Kind.NOT_ACCEPTED;
        }
        if (isTimeout(fault)) {
            return Kind.TIMEOUT;
        }
        if (hasNoRoute(fault)) {
            return Kind.NO_ROUTE;
        }
        if (find(fault, ConnectException.class).isPresent()) {
            return Kind.REFUSED;
        }
        return find(fault, SSLException.class).isPresent() ? Kind.TLS : Kind.BROKEN_OFF;
    }

    private static String sentence(Kind kind, Throwable fault, URI server, String onTheWay) {
        return switch (kind) {
            case NAME_UNKNOWN ->
                "The name of " + server
                        + " can't be resolved. Check licensing.server.url and this server's name servers.";
            case NOT_ACCEPTED -> server + " did not accept the connection in time. Check whether a firewall drops it.";
            case TIMEOUT -> server + " did not answer in time. Try again later.";
            case NO_ROUTE -> "This server has no route to " + server + ". Check its network and firewall.";
            case REFUSED ->
                server
                        + " accepts no connection. Check host and port in licensing.server.url, and whether a firewall"
                        + " rejects it.";
            case TLS -> tlsSentence(find(fault, SSLException.class).orElseThrow(), server, onTheWay);
            case BROKEN_OFF -> brokenOff(fault, server, onTheWay);
            case CERTIFICATE, PROXY -> throw new IllegalArgumentException("Each has a sentence of its own.");
        };
    }

    /** Whether the packets don't get to where they should. The JDK has a type of its own for one of these alone. */
    static boolean hasNoRoute(Throwable fault) {
        String reason = String.valueOf(root(fault).getMessage());
        return find(fault, NoRouteToHostException.class).isPresent()
                || NO_ROUTE.stream().anyMatch(reason::startsWith);
    }

    /** Whether time ran out, by whoever's limit. */
    static boolean isTimeout(Throwable fault) {
        return find(fault, TimeoutException.class).isPresent()
                || find(fault, java.util.concurrent.TimeoutException.class).isPresent()
                || find(fault, ConnectTimeoutException.class).isPresent()
                || find(fault, SslHandshakeTimeoutException.class).isPresent();
    }

    private static String tlsSentence(SSLException tls, URI server, String onTheWay) {
        String reason = String.valueOf(root(tls).getMessage());
        if (find(tls, NotSslRecordException.class).isPresent()) {
            return "The program that answers at " + server + " does not use TLS. Check the port in"
                    + " licensing.server.url.";
        }
        if (reason.contains("protocol_version") || reason.contains("protocol version")) {
            return server
                    + " accepts none of the TLS versions of this service (1.2 and 1.3). Ask the administrator of the"
                    + " server, or of the proxy that inspects TLS, to allow one of them.";
        }
        if (root(tls) instanceof ClosedChannelException || reason.contains("closed")) {
            return "The connection to " + server + " was closed during the TLS handshake. Check whether " + onTheWay
                    + " refuses it.";
        }
        // Otherwise the certificate was explained.
        if (find(tls, CertificateException.class).isPresent()) {
            return "The trust settings of Quarkus' client refuse the certificate of " + server + ": " + reason + "."
                    + " Correct these settings (quarkus.rest-client.licensing-server.*), or remove them and set"
                    + " licensing.server.trusted-certificates.";
        }
        return isReset(tls)
                ? reset(server, onTheWay)
                : "The TLS connection to " + server + " failed: " + reason + ". Check whether " + onTheWay
                        + " refuses or changes it.";
    }

    private static String brokenOff(Throwable fault, URI server, String onTheWay) {
        return isReset(fault)
                ? reset(server, onTheWay)
                : "The connection to " + server
                        + " was closed before the response was complete. Try again. If it happens again, check whether"
                        + " " + onTheWay + " closes it.";
    }

    private static String reset(URI server, String onTheWay) {
        return "The connection to " + server + " was reset. Check whether " + onTheWay + " refuses it.";
    }

    private static boolean isReset(Throwable fault) {
        return String.valueOf(root(fault).getMessage()).startsWith("Connection reset");
    }

    static <E extends Throwable> Optional<E> find(Throwable fault, Class<E> type) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static Throwable root(Throwable fault) {
        Throwable cause = fault.getCause();
        return cause == null ? fault : root(cause);
    }
}
