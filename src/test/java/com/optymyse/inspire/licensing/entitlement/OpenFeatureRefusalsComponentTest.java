package com.optymyse.inspire.licensing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.Node;
import com.optymyse.inspire.licensing.testing.PlantedRefusals;
import com.optymyse.inspire.licensing.testing.Tokens;
import dev.openfeature.contrib.providers.ofrep.OfrepProvider;
import dev.openfeature.contrib.providers.ofrep.OfrepProviderOptions;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.OpenFeatureAPI;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the official providers, as they are published, make of a service that can't answer for a while. */
@QuarkusTest
@Tag("thorough")
class OpenFeatureRefusalsComponentTest extends LicensingTest {

    @TestHTTPResource("/")
    URI root;

    @BeforeEach
    void licensed() {
        new Api(sandbox.token("Admin")).activate("DEMO-ENTERPRISE").statusCode(200);
    }

    @AfterEach
    void answerAgain() {
        PlantedRefusals.lift();
        OpenFeatureAPI.getInstance().shutdown();
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTING", "STORE_UNAVAILABLE", "IDENTITY_PROVIDER_UNREACHABLE"})
    void java_refusedForAWhile_givesTheDefaultAndAsksAgain(RefusalCode code) {
        PlantedRefusals.plant(code);
        Client client = client();

        assertThat(client.getBooleanDetails("SSO_SAML", false))
                .returns(false, FlagEvaluationDetails::getValue)
                .returns(ErrorCode.GENERAL, FlagEvaluationDetails::getErrorCode);
        PlantedRefusals.lift();

        assertThat(client.getBooleanDetails("SSO_SAML", false))
                .returns(true, FlagEvaluationDetails::getValue)
                .returns(null, FlagEvaluationDetails::getErrorCode);
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTING", "STORE_UNAVAILABLE", "IDENTITY_PROVIDER_UNREACHABLE"})
    void node_refusedForAWhile_serverAsksAgainAndWebHasToBeSetAgain(RefusalCode code) throws Exception {
        Node node = Node.install(Path.of("src", "test", "openfeature"));
        Map<String, String> environment = Map.of("OFREP_ADDRESS", address(), "OFREP_TOKEN", Tokens.withoutRole());
        PlantedRefusals.plant(code);

        try (Node.Script script = node.start("refusals.mjs", environment)) {
            JsonPath refused = JsonPath.from(script.nextLine());
            assertThat(refused.getBoolean("server.value")).isFalse();
            assertThat(refused.getString("server.errorCode")).isEqualTo("GENERAL");
            assertThat(refused.getBoolean("web.value")).isFalse();
            assertThat(refused.getString("web.errorCode")).isNotNull();

            PlantedRefusals.lift();
            JsonPath answered = JsonPath.from(script.nextLine());
            assertThat(answered.getBoolean("server.value")).isTrue();
            assertThat(answered.getBoolean("web.value")).isFalse();

            JsonPath setAgain = JsonPath.from(script.nextLine());
            assertThat(setAgain.getBoolean("web.value")).isTrue();
        }
    }

    private String address() {
        return root.toString().replaceAll("/$", "");
    }

    private Client client() {
        OfrepProviderOptions options = OfrepProviderOptions.builder()
                .baseUrl(address())
                .headers(ImmutableMap.of("Authorization", ImmutableList.of("Bearer " + Tokens.withoutRole())))
                .build();
        OpenFeatureAPI openFeature = OpenFeatureAPI.getInstance();
        openFeature.setProviderAndWait(OfrepProvider.constructProvider(options));
        return openFeature.getClient();
    }
}
