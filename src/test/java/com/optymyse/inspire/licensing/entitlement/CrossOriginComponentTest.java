package com.optymyse.inspire.licensing.entitlement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As it is shipped, the service answers no page of another site: browsers are given no leave to show what was answered. */
@QuarkusTest
class CrossOriginComponentTest extends LicensingTest {

    private static final String SITE = "https://screens.example";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/entitlements",
                "/entitlements/MFA",
                "/limits",
                "/entitlements/token",
                "/entitlements/stream",
                "/ofrep/v1/evaluate/flags",
                "/ofrep/v1/evaluate/flags/MFA",
                "/ofrep/v1/events",
                "/.well-known/jwks.json",
                "/license"
            })
    void anyRequest_otherSite_noLeave(String path) {
        assertThat(leave(given().header("Origin", SITE)
                        .auth()
                        .oauth2(Tokens.withoutRole())
                        .head(path)))
                .isEmpty();
        assertThat(leave(given().header("Origin", SITE)
                        .auth()
                        .oauth2(Tokens.withoutRole())
                        .contentType("application/json")
                        .body("{}")
                        .post(path)))
                .isEmpty();
        assertThat(leave(given().header("Origin", SITE)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization,content-type")
                        .options(path)))
                .isEmpty();
    }

    private static Stream<Header> leave(Response response) {
        return response.headers().asList().stream()
                .filter(header -> header.getName().toLowerCase(Locale.ROOT).startsWith("access-control-"));
    }
}
