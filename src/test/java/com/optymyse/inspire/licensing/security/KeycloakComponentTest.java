package com.optymyse.inspire.licensing.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.Keycloak;
import com.optymyse.inspire.licensing.testing.KeycloakTestResource;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tokens of a real identity provider, with the realm that is shipped beside the service. */
@Tag("thorough")
@QuarkusTest
@WithTestResource(KeycloakTestResource.class)
class KeycloakComponentTest extends LicensingTest {

    Keycloak keycloak;

    @Test
    void admin_ofTheRealm_activates() {
        Api admin = new Api(keycloak.adminToken());

        admin.activate("DEMO-ENTERPRISE").statusCode(200).body("standing", is("licensed"));

        admin.get("/license/history").statusCode(200).body("entries[0].actor", is("admin"));
    }

    @Test
    void userWithoutTheRole_asks_mayReadWhatIsLicensedAlone() {
        Api viewer = new Api(keycloak.viewerToken());

        viewer.get("/entitlements").statusCode(200);
        viewer.get("/license").statusCode(403);
    }

    @Test
    void service_withItsOwnToken_mayReadWhatIsLicensedAlone() {
        Api service = new Api(keycloak.serviceToken());

        service.get("/limits").statusCode(200);
        service.get("/license").statusCode(403);
    }

    @Test
    void token_forAnotherAudience_isRefused() {
        new Api(keycloak.tokenForAnotherService()).get("/entitlements").statusCode(401);
    }

    @Test
    void token_lightweight_countsByItsClientWhoseNameItsBearersShare() {
        String token = keycloak.lightweightToken();
        assertThat(claims(token)).doesNotContainKeys("aud", "sub", "preferred_username");
        Api admin = new Api(token);

        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        admin.get("/license/history").statusCode(200).body("entries[0].actor", is("inspire-panel"));
    }

    @Test
    void token_withoutTheScopeBasic_countsUnderTheNameOfItsUser() {
        String token = keycloak.tokenWithoutBasic();
        assertThat(claims(token)).doesNotContainKey("sub");
        Api admin = new Api(token);

        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        admin.get("/license/history").statusCode(200).body("entries[0].actor", is("admin"));
    }

    @Test
    void key_rotated_newTokensCountAtOnceAndOldOnesStill() {
        String before = keycloak.adminToken();
        new Api(before).get("/license").statusCode(200);

        keycloak.rotateKey();

        String after = keycloak.adminToken();
        assertThat(keyId(after)).isNotEqualTo(keyId(before));
        new Api(after).get("/license").statusCode(200);
        new Api(before).get("/license").statusCode(200);
    }

    private static Map<String, Object> claims(String token) {
        String payload = token.split("\\.", -1)[1];
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(payload), UTF_8))
                .getMap("$");
    }

    private static String keyId(String token) {
        return new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), UTF_8);
    }
}
