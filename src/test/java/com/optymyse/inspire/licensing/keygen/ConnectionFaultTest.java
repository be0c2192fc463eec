package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CallResult.Cause;
import com.optymyse.inspire.licensing.proxy.ForwardProxy;
import io.netty.channel.ConnectTimeoutException;
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
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SignatureException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionFaultTest {

    private static final URI SERVER = URI.create("https://licensing.example.com");

    /** How the sentence begins, or goes on, that says what to do. */
    private static final String FIX = "\\. (Check|Try again|Set|Correct|Ask the administrator)\\b";

    private static final ForwardProxy PROXY = new ForwardProxy("proxy.example.com", 3128, null, null, "HTTPS_PROXY");

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new UnknownHostException("licensing.example.com"), "can't be resolved", "name-unknown"),
                Arguments.of(new ConnectException("refused"), "accepts no connection", "refused"),
                Arguments.of(
                        new ConnectTimeoutException("timed out"),
                        "did not accept the connection in time",
                        "not-accepted"),
                Arguments.of(new NoRouteToHostException("No route to host"), "no route", "no-route"),
                Arguments.of(new SocketException("No route to host"), "no route", "no-route"),
                Arguments.of(
                        new SocketException("Network is unreachable: example.com/203.0.113.1:443"),
                        "no route",
                        "no-route"),
                Arguments.of(new TimeoutException(), "did not answer in time", "timeout"),
                Arguments.of(new HttpClosedException("closed"), "was closed before", "broken-off"),
                Arguments.of(new SocketException("Connection reset"), "was reset", "broken-off"),
                Arguments.of(new SSLHandshakeException("Received fatal alert: protocol_version"), "1.2 and 1.3", "tls"),
                Arguments.of(new SSLHandshakeException("Received fatal alert: unknown"), "TLS connection", "tls"),
                Arguments.of(
                        new SSLHandshakeException("PKIX path building failed")
                                .initCause(new CertificateException(new CertPathBuilderException("no path"))),
                        "The trust settings of Quarkus' client",
                        "tls"),
                Arguments.of(
                        new IllegalArgumentException("invalid version format: SSH-2.0"),
                        "was closed before",
                        "broken-off"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void of_noAnswer_isUnreachableAndSaysWhy(Throwable fault, String words, String cause) {
        CallResult.Failed<Object> failed = of(fault, Optional.empty());

        assertThat(failed.cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(failed.detail())
                .contains(words, SERVER.toString())
                .containsPattern(FIX)
                .endsWith(".");
        assertThat(failed.values()).isEqualTo(Map.of("host", "licensing.example.com", "cause", cause));
    }

    static Stream<Arguments> proxyFaults() {
        return Stream.of(
                Arguments.of(new UnknownHostException("proxy"), "can't be resolved"),
                Arguments.of(new ConnectException("refused"), "accepts no connection"),
                Arguments.of(new ConnectTimeoutException("timed out"), "did not answer in time"),
                Arguments.of(new NoRouteToHostException("No route to host"), "no route"),
                Arguments.of(new SocketException("No route to host"), "no route"),
                Arguments.of(new SocketException("Network is unreachable: proxy/203.0.113.1:3128"), "no route"),
                Arguments.of(
                        new ProxyConnectException("a => b, status: 407 Required"), "requires a user and a password"),
                Arguments.of(
                        new ProxyConnectException("a => b, status: 403 Forbidden"),
                        "does not allow this server to" + " connect"),
                Arguments.of(new ProxyConnectException("a => b, status: 502 Bad"), "could not connect"),
                Arguments.of(new ProxyConnectException("a => b, timeout"), "in time"),
                Arguments.of(new ProxyConnectException("a => b, disconnected"), "closed the connection"));
    }

    @ParameterizedTest
    @MethodSource("proxyFaults")
    void of_faultOfTheProxy_namesTheProxy(Throwable fault, String words) {
        assertThat(of(fault, Optional.of(PROXY)).detail())
                .contains(words, "proxy.example.com:3128")
                .containsPattern(FIX)
                .doesNotContain("secret");
        assertThat(of(fault, Optional.of(PROXY)).values()).containsEntry("cause", "proxy");
    }

    @Test
    void of_proxyRefusesTheUser_saysToCorrectThem() {
        ForwardProxy known = new ForwardProxy("proxy.example.com", 3128, "user", "secret", "HTTPS_PROXY");

        assertThat(of(new ProxyConnectException("a => b, status: 407 Required"), Optional.of(known))
                        .detail())
                .contains("does not accept the configured user and password", "HTTPS_PROXY")
                .doesNotContain("secret");
    }

    /** The server behind the proxy is what is slow or broken. */
    @ParameterizedTest
    @MethodSource("behindTheProxy")
    void of_faultBehindTheProxy_isTheServers(Throwable fault, String words) {
        assertThat(of(fault, Optional.of(PROXY)).detail()).contains(words, SERVER.toString());
    }

    static Stream<Arguments> behindTheProxy() {
        return Stream.of(
                Arguments.of(new TimeoutException(), "did not answer in time"),
                Arguments.of(new HttpClosedException("closed"), "was closed before"));
    }

    /** The proxy may have broken it off, or what is behind it: both are named. */
    @ParameterizedTest
    @MethodSource("brokenOff")
    void of_connectionBrokenOff_namesWhatIsOnTheWay(Throwable fault) {
        assertThat(of(fault, Optional.empty()).detail()).contains("a firewall or proxy on the way");
        assertThat(of(fault, Optional.of(PROXY)).detail())
                .contains("the proxy proxy.example.com:3128 or a firewall", SERVER.toString());
    }

    static Stream<Throwable> brokenOff() {
        return Stream.of(
                new HttpClosedException("closed"),
                new SocketException("Connection reset"),
                new SSLHandshakeException("Connection closed while SSL/TLS handshake was in progress"),
                new SSLHandshakeException("Received fatal alert: unknown"),
                new SSLHandshakeException("failed").initCause(new SocketException("Connection reset")));
    }

    @Test
    void of_faultInsideOthers_isFound() {
        Throwable fault = new IllegalStateException(new IOException(new ConnectException("refused")));

        assertThat(of(fault, Optional.empty()).detail()).contains("accepts no connection");
    }

    @Test
    void of_answerTooLarge_isAnError() {
        assertThat(of(new IOException(new ResponseTooLarge()), Optional.empty()).cause())
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
                new ProcessingException(new SSLHandshakeException("Received fatal alert: unknown")),
                inHandshake(new CertificateException("No name matching licensing.example.com found")),
                inHandshake(new CertificateException(new CertPathBuilderException("no path"))),
                inHandshake(new CertificateException(new CertPathValidatorException(
                        "validity check failed", new CertificateExpiredException("NotAfter")))),
                inHandshake(new SignatureException("of what the server has signed")),
                inHandshake(new IOException("Connection reset")),
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
                inHandshake(new NullPointerException("planted in the trust manager")),
                inHandshake(new CertificateException(new IllegalStateException("planted in the trust manager"))),
                new ProcessingException(inHandshake(new IllegalArgumentException("thrown by this service"))),
                new SignatureException("of this service's own"),
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

    /** As the JDK wraps what fails a handshake, and the client that. */
    private static Throwable inHandshake(Exception cause) {
        return new ProcessingException(new SSLHandshakeException(cause.getMessage()).initCause(cause));
    }

    private static CallResult.Failed<Object> of(Throwable fault, Optional<ForwardProxy> proxy) {
        return ConnectionFault.of(fault, SERVER, proxy, Instant.EPOCH, Optional.empty());
    }
}
