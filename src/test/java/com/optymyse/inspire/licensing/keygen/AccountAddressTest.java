package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://licensing.example.com, https://licensing.example.com/v1/accounts/a-1",
        "https://licensing.example.com/, https://licensing.example.com/v1/accounts/a-1",
        "http://localhost:8080/sandbox, http://localhost:8080/sandbox/v1/accounts/a-1"
    })
    void of_accountInPath_endsWithTheAccount(URI server, URI account) {
        assertThat(AccountAddress.of(TestSettings.at(server), "a-1").account()).isEqualTo(account);
    }

    @ParameterizedTest
    @CsvSource({
        "https://licensing.example.com, https://licensing.example.com",
        "https://licensing.example.com/, https://licensing.example.com",
        "HTTPS://Licensing.Example.COM:443//, https://licensing.example.com",
        "https://licensing.example.com:, https://licensing.example.com",
        "http://LOCALHOST:80/Sandbox/, http://localhost/Sandbox",
        "http://localhost:443, http://localhost:443",
        "https://licensing.example.com:8443/a%20b/, https://licensing.example.com:8443/a%20b",
        "https://[2001:DB8::1]:443/, https://[2001:db8::1]"
    })
    void of_sameServerSpelledDifferently_isOneText(URI configured, String server) {
        assertThat(AccountAddress.of(TestSettings.at(configured), "a-1").server())
                .hasToString(server);
    }

    @Test
    void of_noAccountInPath_endsWithTheVersion() {
        TestSettings settings =
                TestSettings.at(URI.create("https://licensing.example.com")).withoutAccountInPath();

        assertThat(AccountAddress.of(settings, "a-1").account()).hasToString("https://licensing.example.com/v1");
    }

    @Test
    void of_port_isNotInTheSignedHost() {
        TestSettings settings = TestSettings.at(URI.create("https://licensing.example.com:8443"));

        assertThat(AccountAddress.of(settings, "a-1").signedHost()).isEqualTo("licensing.example.com");
    }

    @Test
    void of_signedHostSet_takesIt() {
        TestSettings settings =
                TestSettings.at(URI.create("https://proxy.example.com")).withSignedHost("server.internal");

        assertThat(AccountAddress.of(settings, "a-1").signedHost()).isEqualTo("server.internal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://licensing.example.com", "http://10.0.0.1:8080", "HTTP://localhost.example.com"})
    void of_httpBeyondLoopback_isRefusedUnlessAllowed(URI url) {
        TestSettings settings = TestSettings.at(url);

        assertThatThrownBy(() -> AccountAddress.of(settings, "a-1"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("licensing.server.allow-http");
        assertThat(AccountAddress.of(settings.withHttpAllowed(), "a-1").server())
                .hasScheme("http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "http://127.0.0.1:8080", "http://[::1]:8080"})
    void of_httpOnLoopback_isAccepted(URI url) {
        assertThat(AccountAddress.of(TestSettings.at(url), "a-1").server()).hasScheme("http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "licensing.example.com",
                "ftp://licensing.example.com",
                "ftp://user:password@licensing.example.com",
                "licensing.example.com:8443",
                "https:///v1",
                "https://licensing.example.com?x=1",
                "https://licensing.example.com#x",
                "https://user:password@licensing.example.com"
            })
    void of_notAServersAddress_isRefusedWithTheNameOfTheSetting(String url) {
        TestSettings settings = TestSettings.at(URI.create(url));

        assertThatThrownBy(() -> AccountAddress.of(settings, "a-1"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("licensing.server.url")
                .hasMessageNotContaining("password");
    }
}
