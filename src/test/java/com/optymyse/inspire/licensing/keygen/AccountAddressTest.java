package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    @ValueSource(
            strings = {
                "licensing.example.com",
                "ftp://licensing.example.com",
                "https:///v1",
                "https://licensing.example.com?x=1",
                "https://licensing.example.com#x",
                "https://user:password@licensing.example.com"
            })
    void of_notAServersAddress_isRefusedWithTheNameOfTheSetting(String url) {
        TestSettings settings = TestSettings.at(URI.create(url));

        assertThatThrownBy(() -> AccountAddress.of(settings, "a-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("licensing.server.url")
                .hasMessageNotContaining("password");
    }
}
