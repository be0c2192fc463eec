package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.optymyse.inspire.licensing.processes.Replica.Answer;
import com.optymyse.inspire.licensing.testing.ConnectProxy;
import com.optymyse.inspire.licensing.testing.HttpFile;
import com.optymyse.inspire.licensing.testing.PrivateAuthority;
import com.optymyse.inspire.licensing.testing.TlsFront;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The released service in a company's network: the licensing server has a certificate of a private authority and speaks TLS
 * 1.2 alone, and the way to it, and to the key set, is a proxy with user and password. All is set as the documents say, by
 * environment variables. Each fault begins when all is well.
 */
@Tag("thorough")
@TestMethodOrder(OrderAnnotation.class)
class NetworkIT {

    /** Names that only the proxy can resolve. */
    private static final String SERVER = "licensing.internal.test";

    private static final String KEYS = "keys.internal.test";

    private static final String LOGIN = "inspire:s3cr@t";
    private static final String LOGIN_IN_THE_URL = "inspire:s3cr%40t";

    private static final Duration LONGEST = Duration.ofMinutes(1);

    @TempDir
    static Path folder;

    private static Premises premises;
    private static PrivateAuthority authority;
    private static SSLContext good;
    private static SSLContext goodKeys;
    private static TlsFront server;
    private static HttpFile keySet;
    private static TlsFront identityProvider;
    private static ConnectProxy proxy;
    private static Replica replica;

    @BeforeAll
    static void start() throws IOException {
        premises = Premises.of(NetworkIT.class);
        authority = PrivateAuthority.in(folder);
        good = authority.serverTls(SERVER);
        server = TlsFront.of(premises.turnstile().url(), good, "TLSv1.2");
        keySet = HttpFile.of(premises.keySet());
        goodKeys = authority.serverTls(KEYS);
        identityProvider = TlsFront.of(keySet.url(), goodKeys, "TLSv1.2", "TLSv1.3");
        proxy = ConnectProxy.demanding(LOGIN);
        replica = premises.start(Map.of(), environment()).awaitReady();
        assertThat(replica.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() throws IOException {
        premises.close();
        server.close();
        identityProvider.close();
        keySet.close();
        proxy.close();
    }

    @BeforeEach
    void allIsWell() {
        server.present(good);
        proxy.admit(LOGIN);
        assertThat(replica.post("/license/revalidate").status()).isEqualTo(200);
    }

    private static Map<String, String> environment() {
        return Map.of(
                "LICENSING_SERVER_URL",
                "https://" + SERVER + ":" + server.port()
                        + premises.turnstile().url().getPath(),
                "LICENSING_SERVER_TRUSTED_CERTIFICATES",
                authority.certificate().toString(),
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                "https://" + KEYS + ":" + identityProvider.port() + "/keys",
                "SMALLRYE_JWT_CLIENT_TLS_CERTIFICATE_PATH",
                authority.certificate().toString(),
                "HTTPS_PROXY",
                "http://" + LOGIN_IN_THE_URL + "@localhost:" + proxy.port(),
                "NO_PROXY",
                "example.com,10.0.0.0/8");
    }

    @Test
    void activate_privateAuthorityAndProxy_throughThemAlone() {
        assertThat(proxy.targets()).containsOnly(SERVER + ":" + server.port(), KEYS + ":" + identityProvider.port());
        assertThat(server.spoken()).isNotEmpty().containsOnly("TLSv1.2");
        assertThat(identityProvider.spoken()).isNotEmpty().containsOnly("TLSv1.3");
        assertThat(replica.log()).contains("/sandbox through the proxy localhost:" + proxy.port() + " (HTTPS_PROXY)");
        assertThat(replica.log()).contains("is fetched through the proxy localhost:" + proxy.port() + " (HTTPS_PROXY)");
        assertNoPassword(replica);
    }

    @Test
    void revalidate_certificateExpired_saysSince() {
        server.present(authority.serverTls(SERVER, "-10d", 5));

        assertUnreachable("expired on", "to install one that is valid now");
    }

    @Test
    void revalidate_certificateNotYetValid_saysFromWhen() {
        server.present(authority.serverTls(SERVER, "+5d", 5));

        assertUnreachable("is not valid before", "to install one that is valid now");
    }

    @Test
    void revalidate_certificateForAnotherName_saysForWhich() {
        server.present(authority.serverTls("login.example.net"));

        assertUnreachable("is for login.example.net, not for " + SERVER, "licensing.server.url");
    }

    @Test
    void revalidate_certificateOfAnotherAuthority_saysWhereToNameIt(@TempDir Path elsewhere) {
        server.present(PrivateAuthority.in(elsewhere, "Inspecting proxy").serverTls(SERVER));

        assertUnreachable("authority that is not trusted", "Inspecting proxy", "licensing.server.trusted-certificates");
    }

    @Test
    void revalidate_proxyForbids_saysSo() {
        proxy.refuse("403 Forbidden");

        assertUnreachable("The proxy localhost:" + proxy.port() + " does not allow this server to connect", "403");
    }

    @Test
    void revalidate_proxyHasAnotherPassword_saysToCorrectIt() {
        proxy.admit("inspire:an0ther");

        assertUnreachable(
                "The proxy localhost:" + proxy.port() + " does not accept the configured user and password",
                "(407)",
                "(HTTPS_PROXY)");
    }

    /** A token can't be checked without keys, which is not its fault. */
    @Test
    void entitlements_keySetPresentsAnotherAuthorityAtTheStart_unavailableUntilItIsRight(@TempDir Path elsewhere) {
        identityProvider.present(PrivateAuthority.in(elsewhere).serverTls(KEYS));
        Replica other = premises.start(Map.of(), environment()).awaitReady();

        Answer answer = other.get("/entitlements");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().path("code").asText()).isEqualTo("identity-provider-unreachable");
        assertThat(answer.retryAfter()).isEqualTo(5);
        identityProvider.present(goodKeys);

        await().atMost(LONGEST).until(() -> other.get("/entitlements").status() == 200);
        await().atMost(LONGEST)
                .until(() -> other.log().contains("can fetch the key set of the identity provider again"));
        assertThat(other.log())
                .containsOnlyOnce("can't fetch the key set of the identity provider from https://" + KEYS + ":"
                        + identityProvider.port() + "/keys")
                .contains("PKIX path")
                .containsOnlyOnce("can fetch the key set of the identity provider again");
        assertNoPassword(other);
        other.close();
    }

    /** The last one: this proxy does not come back. */
    @Test
    @Order(Integer.MAX_VALUE)
    void revalidate_proxyDown_isNamedAsTheProxy() throws IOException {
        proxy.close();

        assertUnreachable("The proxy localhost:" + proxy.port() + " accepts no connection", "(HTTPS_PROXY)");
    }

    private static void assertUnreachable(String... words) {
        Answer answer = replica.post("/license/revalidate");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().path("code").asText()).isEqualTo("licensing-server-unreachable");
        assertThat(answer.body().path("detail").asText()).contains(words);
        assertThat(replica.standing()).isEqualTo(Standing.ENTERPRISE);
        assertNoPassword(replica);
    }

    private static void assertNoPassword(Replica asked) {
        assertThat(asked.log())
                .doesNotContain("s3cr")
                .doesNotContain(Base64.getEncoder().encodeToString(LOGIN.getBytes(StandardCharsets.UTF_8)));
    }
}
