package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.processes.Replica.Answer;
import com.optymyse.inspire.licensing.testing.ConnectProxy;
import com.optymyse.inspire.licensing.testing.HttpFile;
import com.optymyse.inspire.licensing.testing.PrivateAuthority;
import com.optymyse.inspire.licensing.testing.TlsFront;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The released service in a company's network: the licensing server has a certificate of a private authority and speaks TLS
 * 1.2 alone, and the way to it, and to the key set, is a proxy with user and password. All is set as the documents say, by
 * environment variables.
 */
@Tag("thorough")
@TestMethodOrder(OrderAnnotation.class)
class NetworkIT {

    private static final String NAME = "licensing.internal.test";
    private static final String KEYS = "keys.internal.test";
    private static final String LOGIN = "inspire:s3cr@t";
    private static final String UNREACHABLE = "licensing-server-unreachable";

    @TempDir
    static Path folder;

    private static Premises premises;
    private static PrivateAuthority authority;
    private static TlsFront server;
    private static HttpFile keySet;
    private static TlsFront identityProvider;
    private static ConnectProxy proxy;
    private static Replica replica;

    @BeforeAll
    static void start() throws IOException {
        premises = Premises.of(NetworkIT.class);
        authority = PrivateAuthority.in(folder);
        server = TlsFront.of(premises.turnstile().url(), authority.serverTls(NAME), "TLSv1.2");
        keySet = HttpFile.of(premises.keySet());
        identityProvider = TlsFront.of(keySet.url(), authority.serverTls(KEYS), "TLSv1.2", "TLSv1.3");
        proxy = ConnectProxy.demanding(LOGIN);
        replica = premises.start(Map.of(), environment("inspire:s3cr%40t")).awaitReady();
    }

    @AfterAll
    static void stop() throws IOException {
        premises.close();
        server.close();
        identityProvider.close();
        keySet.close();
        proxy.close();
    }

    private static Map<String, String> environment(String login) {
        return Map.of(
                "LICENSING_SERVER_URL",
                "https://" + NAME + ":" + server.port()
                        + premises.turnstile().url().getPath(),
                "LICENSING_SERVER_TRUSTED_CERTIFICATES",
                authority.certificate().toString(),
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                "https://" + KEYS + ":" + identityProvider.port() + "/keys",
                "SMALLRYE_JWT_CLIENT_TLS_CERTIFICATE_PATH",
                authority.certificate().toString(),
                "HTTPS_PROXY",
                "http://" + login + "@localhost:" + proxy.port(),
                "NO_PROXY",
                "example.com,10.0.0.0/8");
    }

    @Test
    @Order(1)
    void activate_privateAuthorityAndProxy_licensed() {
        assertThat(replica.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);

        assertThat(proxy.targets())
                .contains(NAME + ":" + server.port())
                .containsOnly(NAME + ":" + server.port(), KEYS + ":" + identityProvider.port());
        assertThat(identityProvider.spoken()).isNotEmpty();
        assertThat(server.spoken()).isNotEmpty().containsOnly("TLSv1.2");
        assertThat(replica.log())
                .contains("through the proxy localhost:" + proxy.port() + " (HTTPS_PROXY)")
                .doesNotContain("s3cr");
    }

    @Test
    @Order(2)
    void revalidate_certificateExpired_saysSince() {
        server.present(authority.serverTls(NAME, "-10d", 5));

        assertUnreachable("expired on");
    }

    @Test
    @Order(2)
    void revalidate_certificateNotYetValid_saysFromWhen() {
        server.present(authority.serverTls(NAME, "+5d", 5));

        assertUnreachable("is not valid before");
    }

    @Test
    @Order(2)
    void revalidate_certificateForAnotherName_saysForWhich() {
        server.present(authority.serverTls("login.example.net"));

        assertUnreachable("is for login.example.net, not for " + NAME);
    }

    @Test
    @Order(2)
    void revalidate_certificateOfAnotherAuthority_saysWhereToNameIt(@TempDir Path elsewhere) {
        server.present(PrivateAuthority.in(elsewhere).serverTls(NAME));

        assertUnreachable("trusted-certificates");
    }

    @Test
    @Order(3)
    void revalidate_proxyForbids_saysSo() {
        proxy.refuse("403 Forbidden");

        assertUnreachable("The proxy localhost:" + proxy.port() + " does not let this host connect");
    }

    @Test
    @Order(4)
    void revalidate_wrongLogin_saysToCorrectIt() {
        Replica other = premises.start(Map.of(), environment("inspire:wr0ng")).awaitReady();

        Answer answer = other.post("/license/revalidate");

        assertThat(answer.body().path("code").asText()).isEqualTo(UNREACHABLE);
        assertThat(answer.body().path("detail").asText()).contains("407", "does not accept the user and the password");
        assertThat(other.log()).doesNotContain("wr0ng");
        other.close();
    }

    @Test
    @Order(5)
    void revalidate_proxyDown_isNamedAsTheProxy() throws IOException {
        proxy.close();

        assertUnreachable("The proxy localhost:" + proxy.port() + " accepts no connection");
    }

    private static void assertUnreachable(String words) {
        Answer answer = replica.post("/license/revalidate");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body().path("code").asText()).isEqualTo(UNREACHABLE);
        assertThat(answer.body().path("detail").asText()).contains(words);
        assertThat(replica.standing()).isEqualTo(Standing.ENTERPRISE);
        assertThat(replica.log()).doesNotContain("s3cr");
    }
}
