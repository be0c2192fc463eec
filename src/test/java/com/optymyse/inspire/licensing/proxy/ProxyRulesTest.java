package com.optymyse.inspire.licensing.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyRulesTest {

    private static final URI SERVER = URI.create("https://licensing.example.com");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTPS_PROXY | http://proxy.example.com:3128 | https://licensing.example.com | proxy.example.com:3128",
                "https_proxy | http://proxy.example.com:3128 | https://licensing.example.com | proxy.example.com:3128",
                "HTTPS_PROXY | proxy.example.com:3128        | https://licensing.example.com | proxy.example.com:3128",
                "HTTPS_PROXY | HTTP://proxy.example.com/     | HTTPS://licensing.example.com | proxy.example.com:80",
                "HTTPS_PROXY | http://[2001:db8::1]:3128     | https://licensing.example.com | [2001:db8::1]:3128",
                "HTTP_PROXY  | http://proxy.example.com:3128 | http://licensing.example.com  | proxy.example.com:3128",
                "http_proxy  | http://proxy.example.com:3128 | http://licensing.example.com  | proxy.example.com:3128",
                "HTTP_PROXY  | http://proxy.example.com:3128 | https://licensing.example.com | direct",
                "HTTPS_PROXY | http://proxy.example.com:3128 | http://licensing.example.com  | direct",
                "HTTPS_PROXY | ' '                           | https://licensing.example.com | direct",
                "HTTPS_PROXY | http://proxy.example.com:3128 | https://localhost:8443        | direct",
                "HTTPS_PROXY | http://proxy.example.com:3128 | https://any.localhost         | direct",
                "HTTPS_PROXY | http://proxy.example.com:3128 | https://127.8.9.10            | direct",
                "HTTPS_PROXY | http://proxy.example.com:3128 | https://[::1]:8443            | direct",
            })
    void proxyFor_variable_holdsForItsScheme(String variable, String value, URI address, String proxy) {
        ProxyRules rules = rules(Map.of(variable, value));

        assertThat(rules.proxyFor(address).map(ForwardProxy::address).orElse("direct"))
                .isEqualTo(proxy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*                             | https://licensing.example.com      | direct",
                "licensing.example.com         | https://licensing.example.com      | direct",
                "LICENSING.example.com         | https://Licensing.Example.com      | direct",
                "licensing.example.com.        | https://licensing.example.com      | direct",
                "example.com                   | https://licensing.example.com      | direct",
                "example.com                   | https://example.com                | direct",
                "ample.com                     | https://example.com                | proxy",
                ".example.com                  | https://licensing.example.com      | direct",
                ".example.com                  | https://example.com                | proxy",
                "*.example.com                 | https://licensing.example.com      | direct",
                "other.com, example.com        | https://licensing.example.com      | direct",
                "other.com example.com         | https://licensing.example.com      | direct",
                "other.com,,                   | https://licensing.example.com      | proxy",
                "licensing.example.com:443     | https://licensing.example.com      | direct",
                "licensing.example.com:8443    | https://licensing.example.com      | proxy",
                "licensing.example.com:8443    | https://licensing.example.com:8443 | direct",
                "example.com:x                 | https://licensing.example.com      | proxy",
                "10.1.2.3                      | https://10.1.2.3                   | direct",
                "10.1.2.3:8443                 | https://10.1.2.3:8443              | direct",
                "10.1.2.3:8443                 | https://10.1.2.3                   | proxy",
                "1.2.3                         | https://10.1.2.3                   | proxy",
                "10.0.0.0/8                    | https://10.1.2.3                   | direct",
                "10.1.2.0/30                   | https://10.1.2.3                   | direct",
                "10.1.2.0/31                   | https://10.1.2.3                   | proxy",
                "10.1.2.3/32                   | https://10.1.2.3                   | direct",
                "0.0.0.0/0                     | https://10.1.2.3                   | direct",
                "10.0.0.0/33                   | https://10.1.2.3                   | proxy",
                "10.0.0.0/x                    | https://10.1.2.3                   | proxy",
                "no-address/8                  | https://10.1.2.3                   | proxy",
                "10.0.0.0/8                    | https://[2001:db8::1]              | proxy",
                "10.0.0.0/8                    | https://licensing.example.com      | proxy",
                "2001:db8::1                   | https://[2001:db8::1]              | direct",
                "2001:db8:0:0:0:0:0:1          | https://[2001:db8::1]              | direct",
                "[2001:db8::1]:8443            | https://[2001:db8::1]:8443         | direct",
                "[2001:db8::1]:8443            | https://[2001:db8::1]              | proxy",
                "2001:db8::/32                 | https://[2001:db8::1]              | direct",
                "2001:db9::/32                 | https://[2001:db8::1]              | proxy",
            })
    void proxyFor_listOfExceptions_decides(String list, URI address, String way) {
        for (String variable : new String[] {"NO_PROXY", "no_proxy"}) {
            ProxyRules rules = rules(Map.of("HTTPS_PROXY", "http://proxy:3128", variable, list));

            assertThat(rules.proxyFor(address).map(ForwardProxy::host).orElse("direct"))
                    .isEqualTo(way);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://user:secret@proxy:3128        | user         | secret",
                "user:secret@proxy:3128               | user         | secret",
                "http://user:se%40cr%2Fet@proxy:3128  | user         | se@cr/et",
                "http://user:se@cr/e:t@proxy:3128     | user         | se@cr/e:t",
                "http://user:a+b@proxy:3128           | user         | a+b",
                "http://user:100%@proxy:3128          | user         | 100%",
                "http://user:${x}@proxy:3128          | user         | ${x}",
                "http://domain%5Cuser:secret@proxy    | domain\\user | secret",
                "http://user@proxy:3128               | user         | ''",
            })
    void proxyFor_userAndPassword_areKnownAndNotInTheText(String value, String user, String password) {
        ForwardProxy proxy =
                rules(Map.of("HTTPS_PROXY", value)).proxyFor(SERVER).orElseThrow();

        assertThat(proxy.user()).isEqualTo(user);
        assertThat(proxy.password()).isEqualTo(password);
        assertThat(proxy).hasToString(proxy.address());
        assertThat(proxy.address()).matches("proxy:(3128|80)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:secret@proxy:3128",
                "socks5://user:secret@proxy:1080",
                "http://user:secret@",
                "http://user:secret@pro xy",
                "http://user:secret@proxy:99999"
            })
    void proxyFor_noHttpProxy_isRefusedWithoutItsPassword(String value) {
        ProxyRules rules = rules(Map.of("HTTPS_PROXY", value));

        assertThatThrownBy(() -> rules.proxyFor(SERVER))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("HTTPS_PROXY")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    /** What is not used does not keep the service from starting. */
    @Test
    void proxyFor_unusableButNotNeeded_isDirect() {
        ProxyRules rules = rules(Map.of("HTTPS_PROXY", "socks5://proxy", "NO_PROXY", "example.com"));

        assertThat(rules.proxyFor(SERVER)).isEmpty();
    }

    private static ProxyRules rules(Map<String, String> environment) {
        return new ProxyRules(environment::get);
    }
}
