package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.testing.ConnectProxy;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import com.optymyse.inspire.licensing.testing.PrivateAuthority;
import com.optymyse.inspire.licensing.testing.TlsFront;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ProxyOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to the licensing server over real connections, and the sentence for each that does not come about. */
class ServerRouteTest {

    private static final String NAME = "licensing.internal.test";
    private static final String LOGIN = "inspire:s3cr@t";

    /** A fatal alert that says "protocol version" (RFC 5246, 7.2). */
    private static final byte[] PROTOCOL_VERSION = {21, 3, 1, 0, 2, 2, 70};

    @TempDir
    static Path folder;

    private static PrivateAuthority authority;
    private static SSLContext good;
    private static Vertx vertx;
    private static StubServer server;

    @BeforeAll
    static void start() {
        authority = PrivateAuthority.in(folder);
        good = authority.serverTls("localhost");
        vertx = Vertx.vertx();
        server = new StubServer(request -> StubServer.Reply.of(200, Map.of(), new byte[0]));
    }

    @AfterAll
    static void stop() {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void call_privateAuthorityTrusted_isAnswered(String version) throws IOException {
        try (TlsFront front = TlsFront.of(server.url(), good, version)) {
            assertThat(answer(https("localhost", front.port()), true, Map.of())).isEqualTo("200");
            assertThat(front.spoken()).containsExactly(version);
        }
    }

    @Test
    void call_privateAuthorityNotTrusted_saysWhereToNameIt() throws IOException {
        try (TlsFront front = TlsFront.of(server.url(), good, "TLSv1.3")) {
            assertThat(answer(https("localhost", front.port()), false, Map.of()))
                    .contains("authority that is not trusted", "Private authority", "trusted-certificates");
        }
    }

    /** As after its key was lost, or as somebody would do who imitates it. */
    @Test
    void call_authorityHasAnotherKey_saysWhereToAddItsNewCertificate(@TempDir Path elsewhere) throws IOException {
        SSLContext imitated = PrivateAuthority.in(elsewhere).serverTls("localhost");
        try (TlsFront front = TlsFront.of(server.url(), imitated, "TLSv1.3")) {
            assertThat(answer(https("localhost", front.port()), true, Map.of()))
                    .contains(
                            "another key signed it",
                            "CN=Private authority",
                            "add that certificate to",
                            "trusted-certificates");
        }
    }

    @Test
    void call_certificateExpired_saysSince() throws IOException {
        SSLContext expired = authority.serverTls("localhost", "-10d", 5);
        try (TlsFront front = TlsFront.of(server.url(), expired, "TLSv1.3")) {
            URI url = https("localhost", front.port());

            assertThat(answer(url, true, Map.of())).contains("expired on", "to install one that is valid");
            assertThat(answer(url, true, Map.of(), Optional.empty()))
                    .contains("expired on", "If the clock is wrong, correct it.");
            assertThat(answer(url, true, Map.of(), Optional.of(Instant.now().minus(Duration.ofDays(7)))))
                    .contains("expired on", "by the database's clock", "Correct this server's clock.");
        }
    }

    @Test
    void call_certificateNotYetValid_saysFromWhen() throws IOException {
        SSLContext early = authority.serverTls("localhost", "+5d", 5);
        try (TlsFront front = TlsFront.of(server.url(), early, "TLSv1.3")) {
            URI url = https("localhost", front.port());

            assertThat(answer(url, true, Map.of())).contains("is not valid before", "to install one that is valid");
            assertThat(answer(url, true, Map.of(), Optional.of(Instant.now().plus(Duration.ofDays(7)))))
                    .contains("is not valid before", "by the database's clock", "Correct this server's clock.");
        }
    }

    @Test
    void call_certificateForAnotherName_saysForWhich() throws IOException {
        SSLContext other = authority.serverTls("login.example.net");
        try (TlsFront front = TlsFront.of(server.url(), other, "TLSv1.3")) {
            assertThat(answer(https("localhost", front.port()), true, Map.of()))
                    .contains("is for login.example.net, not for localhost", "Check licensing.server.url");
        }
    }

    @Test
    void call_noTlsVersionInCommon_saysWhich() throws IOException {
        try (ServerSocket old = answering(PROTOCOL_VERSION)) {
            assertThat(answer(https("localhost", old.getLocalPort()), true, Map.of()))
                    .contains("1.2 and 1.3");
        }
    }

    @Test
    void call_noTlsAtAll_saysSo() {
        assertThat(answer(https("localhost", server.url().getPort()), true, Map.of()))
                .contains("does not use TLS");
    }

    @Test
    void call_resetDuringTheHandshake_saysSo() throws IOException {
        try (ServerSocket resetting = answering(null)) {
            assertThat(answer(https("localhost", resetting.getLocalPort()), true, Map.of()))
                    .contains("during the TLS handshake", "firewall or proxy");
        }
    }

    @Test
    void call_reset_saysSo() throws IOException {
        try (ServerSocket resetting = answering(null)) {
            URI url = URI.create("http://localhost:" + resetting.getLocalPort());

            assertThat(answer(url, true, Map.of())).contains("was reset", "firewall or proxy");
        }
    }

    @Test
    void call_nobodyListens_isRefused() throws IOException {
        assertThat(answer(https("localhost", freePort()), true, Map.of())).contains("accepts no connection");
    }

    @Test
    void call_throughProxyOfTheEnvironment_isAnsweredWithoutTheNameBeingKnown() throws IOException {
        try (TlsFront front = TlsFront.of(server.url(), authority.serverTls(NAME), "TLSv1.3");
                ConnectProxy proxy = ConnectProxy.demanding(LOGIN)) {
            assertThat(answer(https(NAME, front.port()), true, throughProxy("inspire:s3cr%40t@", proxy.port())))
                    .isEqualTo("200");
            assertThat(proxy.targets()).containsExactly(NAME + ":" + front.port());
        }
    }

    @Test
    void call_proxyOfTheEnvironmentButExcepted_isDirect() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.open()) {
            Map<String, String> environment =
                    Map.of("HTTPS_PROXY", "http://localhost:" + proxy.port(), "no_proxy", ".internal.test");

            assertThat(answer(https(NAME, 443), true, environment)).contains("The name of https://" + NAME, "resolved");
            assertThat(proxy.targets()).isEmpty();
        }
    }

    @Test
    void call_quarkusSaysNoProxy_isDirect() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.open()) {
            Map<String, String> settings = Map.of(
                    "HTTPS_PROXY",
                    "http://localhost:" + proxy.port(),
                    "quarkus.rest-client.licensing-server.proxy-address",
                    "none");

            assertThat(answer(https(NAME, 443), true, settings)).contains("resolved");
            assertThat(proxy.targets()).isEmpty();
        }
    }

    @Test
    void call_proxyWithoutLogin_saysThatItIsDemanded() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.demanding(LOGIN)) {
            assertThat(answer(https(NAME, 443), true, throughProxy("", proxy.port())))
                    .contains("The proxy localhost:" + proxy.port(), "407", "requires a user", "HTTPS_PROXY");
        }
    }

    @Test
    void call_proxyWithWrongLogin_saysToCorrectIt() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.demanding(LOGIN)) {
            assertThat(answer(https(NAME, 443), true, throughProxy("inspire:wrong@", proxy.port())))
                    .contains("The proxy localhost:" + proxy.port(), "407", "does not accept the configured user")
                    .doesNotContain("wrong");
        }
    }

    @Test
    void call_proxyForbids_saysSo() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.open()) {
            proxy.refuse("403 Forbidden");

            assertThat(answer(https(NAME, 443), true, throughProxy("", proxy.port())))
                    .contains("The proxy localhost:" + proxy.port(), "403", "does not allow this server to connect");
        }
    }

    /** It takes the connection, and does not answer. */
    @Test
    void call_proxySaysNothing_isNamedAsTheProxy() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(answer(https(NAME, 443), true, throughProxy("", silent.getLocalPort())))
                    .contains(
                            "The proxy localhost:" + silent.getLocalPort() + " did not connect to https://" + NAME,
                            "in time");
        }
    }

    /** A host that the client's own settings except is called directly, and the proxy is not blamed. */
    @ParameterizedTest
    @ValueSource(strings = {NAME, "*.internal.test"})
    void complete_clientsOwnExceptions_isNoProxy(String excepted) {
        HttpClientOptions options = new HttpClientOptions()
                .setProxyOptions(new ProxyOptions().setHost("localhost").setPort(3128))
                .addNonProxyHost(excepted);
        ServerRoute route = new ServerRoute(TestSettings.at(https(NAME, 443)), config(Map.of()));

        route.complete(options);

        assertThat(route.proxy()).isEmpty();
    }

    @Test
    void complete_clientsOwnProxy_isIt() {
        HttpClientOptions options = new HttpClientOptions()
                .setProxyOptions(new ProxyOptions().setHost("localhost").setPort(3128))
                .addNonProxyHost("internal.test");
        ServerRoute route = new ServerRoute(TestSettings.at(https(NAME, 443)), config(Map.of()));

        route.complete(options);

        assertThat(route.proxy()).hasValueSatisfying(proxy -> assertThat(proxy).hasToString("localhost:3128"));
    }

    /** Neither the address of the server nor the proxy of Quarkus' own setting was read by anybody who refuses these. */
    @Test
    void log_addressesHaveControlCharacters_commandNoTerminal() {
        HttpClientOptions options = new HttpClientOptions()
                .setProxyOptions(new ProxyOptions().setHost("pro\u001b[2Jxy\n").setPort(3128));
        TestSettings settings = TestSettings.at(URI.create("https://" + NAME + "/a\u202eb"));
        ServerRoute route = new ServerRoute(settings, config(Map.of()));
        route.complete(options);

        try (LogRecorder log = LogRecorder.start()) {
            route.log(AccountAddress.of(settings, "account"));

            assertThat(log.lines(Level.INFO, "connects to the licensing server"))
                    .singleElement()
                    .asString()
                    .contains(NAME + "/a\\u202eb", "pro\\u001b[2Jxy\\u000a:3128");
        }
    }

    @Test
    void call_proxyDown_isNamedAsTheProxy() throws IOException {
        int port = freePort();

        assertThat(answer(https(NAME, 443), true, throughProxy("", port)))
                .contains("The proxy localhost:" + port + " accepts no connection", "HTTPS_PROXY");
    }

    @Test
    void call_proxyUnknown_isNamedAsTheProxy() {
        assertThat(answer(https(NAME, 443), true, Map.of("https_proxy", "http://proxy.internal.test:3128")))
                .contains("The name of the proxy proxy.internal.test:3128", "resolved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void new_trustedCertificatesUnusable_doesNotStart(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("unusable.pem"), content);
        TestSettings settings = TestSettings.at(https("localhost", 443)).withTrustedCertificates(file);

        assertThatThrownBy(() -> new ServerRoute(settings, config(Map.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("licensing.server.trusted-certificates");
    }

    @Test
    void new_trustedCertificatesMissing_doesNotStart() {
        TestSettings settings =
                TestSettings.at(https("localhost", 443)).withTrustedCertificates(folder.resolve("nowhere.pem"));

        assertThatThrownBy(() -> new ServerRoute(settings, config(Map.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("can't be read");
    }

    /** A trusted file of one's own takes nothing away. */
    @Test
    void trust_ownAuthority_isBesideThoseOfTheJvm() {
        int ofTheJvm = TrustedAuthorities.with(Optional.empty()).getAcceptedIssuers().length;

        assertThat(TrustedAuthorities.with(Optional.of(authority.certificate())).getAcceptedIssuers())
                .hasSize(ofTheJvm + 1);
    }

    private static String answer(URI url, boolean trusted, Map<String, String> environment) {
        return answer(url, trusted, environment, Optional.of(Instant.now()));
    }

    /** The status of the response, or the sentence that says why there is none. */
    private static String answer(
            URI url, boolean trusted, Map<String, String> environment, Optional<Instant> databaseTime) {
        TestSettings settings = TestSettings.at(url);
        ServerRoute route = new ServerRoute(
                trusted ? settings.withTrustedCertificates(authority.certificate()) : settings, config(environment));
        HttpClientOptions options = new HttpClientOptions();
        route.complete(options);
        HttpClient client = vertx.createHttpClient(options);
        try {
            return client.request(new RequestOptions().setAbsoluteURI(url.toString()))
                    .compose(HttpClientRequest::send)
                    .map(HttpClientResponse::statusCode)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(1, TimeUnit.MINUTES)
                    .toString();
        } catch (ExecutionException failure) {
            assertThat(ConnectionFault.isOne(failure.getCause())).isTrue();
            return ConnectionFault.of(failure.getCause(), url, route.proxy(), Instant.now(), databaseTime)
                    .detail();
        } catch (InterruptedException | TimeoutException failure) {
            throw new AssertionError("There was no answer.", failure);
        } finally {
            client.close();
        }
    }

    private static Map<String, String> throughProxy(String login, int port) {
        return Map.of("HTTPS_PROXY", "http://" + login + "localhost:" + port);
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
    }

    private static URI https(String host, int port) {
        return URI.create("https://" + host + ":" + port);
    }

    /** Responses each connection with the same bytes, or resets it where there are none. */
    private static ServerSocket answering(byte[] bytes) throws IOException {
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (Socket from = listening.accept()) {
                assertThat(from.getInputStream().read()).isPositive();
                if (bytes == null) {
                    from.setSoLinger(true, 0);
                } else {
                    from.getOutputStream().write(bytes);
                    from.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
                }
            } catch (IOException closed) {
                // The test is over.
            }
        });
        return listening;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
