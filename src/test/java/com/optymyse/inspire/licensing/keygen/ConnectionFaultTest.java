package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.optymyse.inspire.licensing.activation.Answer;
import com.optymyse.inspire.licensing.activation.Answer.Cause;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.proxy.ProxyConnectException;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.impl.NoStackTraceThrowable;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionFaultTest {

    private static final URI SERVER = URI.create("https://licensing.example.com");

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new UnknownHostException("licensing.example.com"), "can't be resolved"),
                Arguments.of(new ProxyConnectException("407"), "The proxy does not connect"),
                Arguments.of(new ConnectException("refused"), "accepts no connection"),
                Arguments.of(new TimeoutException(), "did not answer in time"),
                Arguments.of(new HttpClosedException("closed"), "broke off"),
                Arguments.of(new IllegalArgumentException("invalid version format: SSH-2.0"), "broke off"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void of_noAnswer_isUnreachableAndSaysWhy(Throwable fault, String words) {
        assertThat(ConnectionFault.of(fault, SERVER)).isInstanceOfSatisfying(Answer.Failed.class, failed -> {
            assertThat(failed.cause()).isEqualTo(Cause.UNREACHABLE);
            assertThat(failed.detail()).contains(words, SERVER.toString());
        });
    }

    @Test
    void of_faultInsideOthers_isFound() {
        Throwable fault = new IllegalStateException(new IOException(new ConnectException("refused")));

        assertThat(ConnectionFault.of(fault, SERVER).detail()).contains("accepts no connection");
    }

    @Test
    void of_certificateNotTrusted_namesTlsAndTheInnermostReason() {
        SSLHandshakeException fault = new SSLHandshakeException("handshake failed");
        fault.initCause(new IOException("unable to find valid certification path"));

        Answer.Failed<Object> failed = ConnectionFault.of(fault, SERVER);

        assertThat(failed.cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(failed.detail()).contains("TLS", "unable to find valid certification path", "quarkus.tls");
    }

    @Test
    void of_answerTooLarge_isAnError() {
        assertThat(ConnectionFault.of(new IOException(new AnswerTooLarge()), SERVER)
                        .cause())
                .isEqualTo(Cause.ERROR);
    }

    static Stream<Throwable> network() {
        return Stream.of(
                new ProcessingException(new IOException("Connection was closed")),
                new ProcessingException(new UnknownHostException("licensing.example.com")),
                new TimeoutException(),
                new java.util.concurrent.TimeoutException("The timeout period of 30000ms has been exceeded"),
                new HttpClosedException("closed"),
                new StreamResetException(2),
                new NoStackTraceThrowable("Connection reset"),
                new PrematureChannelClosureException("Connection closed before received headers"),
                new TooLongFrameException("HTTP header is larger than 8192 bytes."),
                new SSLHandshakeException("failed").initCause(new IllegalStateException("of an unknown kind")),
                catchThrowable(() -> HttpVersion.valueOf("SSH-2.0")),
                catchThrowable(() -> HttpResponseStatus.parseLine("mail.example.com ESMTP")));
    }

    @ParameterizedTest
    @MethodSource("network")
    void isOne_networkOrProtocol_yes(Throwable fault) {
        assertThat(ConnectionFault.isOne(fault)).isTrue();
    }

    static Stream<Throwable> ownErrors() {
        return Stream.of(
                new NullPointerException("planted"),
                new ProcessingException(new NullPointerException("planted")),
                new ProcessingException(new IOException(new NullPointerException("planted"))),
                new IllegalArgumentException("thrown by this service"),
                new IllegalStateException("thrown by this service"),
                new AssertionError("thrown by this service"));
    }

    /** Told as a fault of the network, they would be looked for at the wrong end, and not logged. */
    @ParameterizedTest
    @MethodSource("ownErrors")
    void isOne_errorOfThisService_no(Throwable fault) {
        assertThat(ConnectionFault.isOne(fault)).isFalse();
    }
}
