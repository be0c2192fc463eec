package com.optymyse.inspire.licensing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.Node;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxControl;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The official providers for JavaScript, as they are published: for servers and for browsers. */
@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class OpenFeatureNodeComponentTest {

    SandboxControl sandbox;

    @TestHTTPResource("/")
    URI root;

    @Inject
    FreshInstallation installation;

    @Test
    void providers_activation_isPushedAndSeenByBoth() throws Exception {
        Node node = Node.install(Path.of("src", "test", "openfeature"));
        sandbox.reset();
        installation.begin();
        sandbox.change("DEMO-ENTERPRISE", Map.of("metadata", Map.of("maxDisplays", 500, "maxAgiles", -1)));
        Map<String, String> environment =
                Map.of("OFREP_ADDRESS", root.toString().replaceAll("/$", ""), "OFREP_TOKEN", Tokens.withoutRole());

        try (Node.Script script = node.start("providers.mjs", environment)) {
            JsonPath before = JsonPath.from(script.nextLine());
            new Api(sandbox.token("Admin")).activate("DEMO-ENTERPRISE").statusCode(200);
            JsonPath after = JsonPath.from(script.nextLine());

            for (String provider : new String[] {"server", "web"}) {
                assertThat(before.getBoolean(provider + ".licensed")).isFalse();
                assertThat(before.getString(provider + ".feature.reason")).isEqualTo("STATIC");
                assertThat(before.getInt(provider + ".displays")).isZero();
                assertThat(before.getString(provider + ".unknown.errorCode")).isEqualTo("FLAG_NOT_FOUND");
                assertThat(after.getBoolean(provider + ".licensed")).isTrue();
                assertThat(after.getBoolean(provider + ".feature.value")).isTrue();
                assertThat(after.getInt(provider + ".displays")).isEqualTo(500);
                assertThat(after.getInt(provider + ".agiles.value")).isEqualTo(Integer.MAX_VALUE);
                assertThat(after.getString(provider + ".agiles.variant")).isEqualTo("unlimited");
            }
            assertThat(after.getList("changed", String.class)).contains("LICENSED", "SSO_SAML", "MAX_DISPLAYS");
        }
    }
}
