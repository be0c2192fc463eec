package com.optymyse.inspire.licensing.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.proxy.ProxyRules;
import com.optymyse.inspire.licensing.testing.ConnectProxy;
import com.optymyse.inspire.licensing.testing.HttpFile;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.logging.Level;
import org.jose4j.http.Get;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the key set's client goes through a proxy. Where it does, ProxyRulesTest tells. */
class JwksProxyTest {

    private static final String NAME = "keys.internal.test";

    private static HttpFile keys;

    @BeforeAll
    static void start() throws IOException {
        keys = HttpFile.of("{\"keys\":[]}");
    }

    @AfterAll
    static void stop() {
        keys.close();
    }

    @Test
    void of_proxyWithUserAndPassword_letsTheClientThrough() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.demanding("inspire:s3cr@t")) {
            assertThat(fetch("inspire:s3cr%40t@", proxy)).isEqualTo("{\"keys\":[]}");
            assertThat(proxy.targets()).containsExactly(NAME + ":" + keys.port());
        }
    }

    @Test
    void of_proxyWithoutUserWhereOneIsDemanded_isRefused() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.demanding("inspire:s3cr@t")) {
            assertThatThrownBy(() -> fetch("", proxy))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("407");
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"META-INF/keys.json", "file:///etc/keys.json", "classpath:keys.json"})
    void of_noAddressOnTheNetwork_isNoProxy(String location) {
        assertThat(JwksProxy.of(location)).isEmpty();
    }

    @Test
    void fetch_proxyOfTheLibrarysSettings_isUsedAndTold() throws IOException {
        try (ConnectProxy proxy = ConnectProxy.open();
                LogRecorder log = LogRecorder.start()) {
            JWTAuthContextInfo settings = new JWTAuthContextInfo();
            settings.setPublicKeyLocation("http://" + NAME + ":" + keys.port() + "/");
            settings.setHttpProxyHost("localhost");
            settings.setHttpProxyPort(proxy.port());

            assertThatThrownBy(() -> new JwksFetcher(settings).fetch()).hasMessageContaining("without a usable key");

            assertThat(proxy.targets()).containsExactly(NAME + ":" + keys.port());
            assertThat(log.lines(Level.INFO, "is fetched"))
                    .singleElement()
                    .asString()
                    .contains("through the proxy localhost:" + proxy.port() + " (smallrye.jwt.http.proxy.host)");
        }
    }

    /** The licensing server's client would not follow the JVM's own settings either. */
    @Test
    void fetch_noProxyInTheEnvironment_isDirectAndToldOnce() throws IOException {
        System.setProperty("http.proxyHost", NAME);
        System.setProperty("http.nonProxyHosts", "");
        try (LogRecorder log = LogRecorder.start()) {
            JWTAuthContextInfo settings = new JWTAuthContextInfo();
            settings.setPublicKeyLocation("http://localhost:" + keys.port() + "/");
            JwksFetcher fetch = new JwksFetcher(settings);

            assertThatThrownBy(fetch::fetch).hasMessageContaining("without a usable key");
            assertThatThrownBy(fetch::fetch).hasMessageContaining("without a usable key");

            assertThat(log.lines(Level.INFO, "is fetched"))
                    .singleElement()
                    .asString()
                    .contains("directly, without a proxy");
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.nonProxyHosts");
        }
    }

    @Test
    void of_thisHost_isNoProxy() {
        assertThat(rules("https://not.needed").proxyFor(URI.create("https://localhost:8443/keys")))
                .isEmpty();
    }

    private static String fetch(String login, ConnectProxy proxy) throws IOException {
        String location = "http://" + NAME + ":" + keys.port() + "/";
        Get client = new Get();
        client.setRetries(0);
        rules("http://" + login + "localhost:" + proxy.port())
                .proxyFor(URI.create(location))
                .map(JwksProxy::forTheJdk)
                .ifPresent(client::setHttpProxy);
        return client.get(location).getBody();
    }

    private static ProxyRules rules(String proxy) {
        Map<String, String> environment = Map.of("HTTP_PROXY", proxy, "HTTPS_PROXY", proxy);
        return ProxyRules.of(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(environment, "test", 100))
                .build());
    }
}
