package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.activation.Answer;
import io.netty.handler.proxy.ProxyConnectException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says what is wrong when no answer came from the licensing server, in words for whoever runs the installation. */
final class ConnectionFault {

    /** Its exceptions, of name resolution, TLS and HTTP, have no type in common. */
    private static final String NETTY = "io.netty.";

    private ConnectionFault() {}

    /**
     * Whether the network, or the protocol spoken on it, can cause this failure of a call. Anything else is an error of
     * this service. The innermost cause decides, because the client wraps the exceptions of our own filters as well.
     */
    static boolean isOne(Throwable fault) {
        Throwable innermost = root(fault);
        // The cause of a failed handshake can be of any type.
        return find(fault, SSLException.class).isPresent()
                || innermost instanceof IOException
                || innermost instanceof TimeoutException
                || innermost instanceof java.util.concurrent.TimeoutException
                || innermost instanceof VertxException
                || innermost instanceof NoStackTraceThrowable
                || innermost.getClass().getName().startsWith(NETTY)
                || (innermost instanceof IllegalArgumentException && isThrownByNetty(innermost));
    }

    /** Netty's HTTP decoder has no type of its own for an answer that is not HTTP. */
    private static boolean isThrownByNetty(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> !name.startsWith("java."))
                .findFirst()
                .filter(name -> name.startsWith(NETTY))
                .isPresent();
    }

    static <T> Answer.Failed<T> of(Throwable fault, URI server) {
        if (find(fault, AnswerTooLarge.class).isPresent()) {
            return new Answer.Failed<>(
                    Answer.Cause.ERROR,
                    "The answer from " + server + " was broken off because it is larger than " + AnswerTooLarge.LIMIT
                            + " bytes.");
        }
        return new Answer.Failed<>(Answer.Cause.UNREACHABLE, sentence(fault, server));
    }

    private static String sentence(Throwable fault, URI server) {
        Optional<SSLException> tls = find(fault, SSLException.class);
        if (tls.isPresent()) {
            return "The TLS connection to " + server + " failed: "
                    + root(tls.get()).getMessage()
                    + ". If a private authority issued the certificate, name it in Quarkus' TLS settings (quarkus.tls.*).";
        }
        if (find(fault, UnknownHostException.class).isPresent()) {
            return "The name of " + server + " can't be resolved.";
        }
        if (find(fault, ProxyConnectException.class).isPresent()) {
            return "The proxy does not connect to " + server + ".";
        }
        if (find(fault, ConnectException.class).isPresent()) {
            return server + " accepts no connection.";
        }
        if (find(fault, TimeoutException.class).isPresent()) {
            return server + " did not answer in time.";
        }
        return "The connection to " + server + " broke off before an answer was complete.";
    }

    private static <E extends Throwable> Optional<E> find(Throwable fault, Class<E> type) {
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
