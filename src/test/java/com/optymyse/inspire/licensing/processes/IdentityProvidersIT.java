package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.processes.Replica.Answer;
import com.optymyse.inspire.licensing.testing.ConnectProxy;
import com.optymyse.inspire.licensing.testing.DocumentedProvider;
import com.optymyse.inspire.licensing.testing.HttpFile;
import com.optymyse.inspire.licensing.testing.PrivateAuthority;
import com.optymyse.inspire.licensing.testing.TlsFront;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The released service with the settings of {@code docs/identity-provider.md} for each provider, word by word, and tokens as
 * that issues them. A proxy leads to a key set where the provider's would be.
 */
@Tag("thorough")
class IdentityProvidersIT {

    private static final String HTTPS = ":443";

    @TempDir
    static Path folder;

    private static Premises premises;
    private static PrivateAuthority authority;
    private static HttpFile keySet;
    private static ConnectProxy proxy;

    @BeforeAll
    static void start() throws IOException {
        premises = Premises.of(IdentityProvidersIT.class);
        authority = PrivateAuthority.in(folder);
        keySet = HttpFile.of(premises.keySet());
        proxy = ConnectProxy.open();
    }

    @AfterAll
    static void stop() throws IOException {
        premises.close();
        keySet.close();
        proxy.close();
    }

    static Stream<DocumentedProvider> providers() {
        return DocumentedProvider.all();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void activate_tokenOfTheProvider_isAnAdminWithTheNameOfTheDocument(DocumentedProvider provider) throws IOException {
        AtomicReference<String> token = new AtomicReference<>(premises.token(provider.claims()));
        String host = keysOf(provider).getHost();
        try (TlsFront keys = TlsFront.of(keySet.url(), authority.serverTls(host), "TLSv1.3");
                Replica replica = startAt(host, keys, provider, token)) {
            assertThat(replica.activate("DEMO-ENTERPRISE").status()).isEqualTo(200);
            Answer history = replica.get("/license/history");
            assertThat(history.body().at("/entries/0/actor").asText()).isEqualTo(provider.called());
            assertThat(proxy.targets()).contains(host + HTTPS);

            token.set(premises.token(forAnotherService(provider)));
            assertThat(replica.get("/entitlements").status()).isEqualTo(401);
        }
    }

    private static Replica startAt(
            String host, TlsFront keys, DocumentedProvider provider, AtomicReference<String> token) {
        proxy.lead(host + HTTPS, keys.port());
        return premises.start(provider.settings(), environment(provider), token::get)
                .awaitReady();
    }

    private static Map<String, String> environment(DocumentedProvider provider) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HTTPS_PROXY", "http://localhost:" + proxy.port());
        environment.put("NO_PROXY", "localhost");
        environment.put(
                "SMALLRYE_JWT_CLIENT_TLS_CERTIFICATE_PATH",
                authority.certificate().toString());
        if (!provider.settings().containsKey("mp.jwt.verify.audiences")) {
            // Here the installation has one, which the document's has not.
            environment.put("MP_JWT_VERIFY_AUDIENCES", "");
        }
        return environment;
    }

    private static URI keysOf(DocumentedProvider provider) {
        return URI.create(provider.settings().get("mp.jwt.verify.publickey.location"));
    }

    private static JwtClaims forAnotherService(DocumentedProvider provider) {
        JwtClaims claims = provider.claims();
        claims.setAudience("another-service");
        return claims;
    }
}
