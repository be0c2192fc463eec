package com.optymyse.inspire.licensing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.Tokens;
import dev.openfeature.contrib.providers.ofrep.OfrepProvider;
import dev.openfeature.contrib.providers.ofrep.OfrepProviderOptions;
import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.ErrorCode;
import dev.openfeature.sdk.FlagEvaluationDetails;
import dev.openfeature.sdk.OpenFeatureAPI;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official provider for Java, as it is published. */
@QuarkusTest
class OpenFeatureComponentTest extends LicensingTest {

    @TestHTTPResource("/")
    URI root;

    private Client client;

    @BeforeEach
    void unlicensed() {
        client = client(Tokens.withoutRole());
    }

    @AfterEach
    void shutDown() {
        OpenFeatureAPI.getInstance().shutdown();
    }

    @Test
    void evaluate_activation_opensFeatures() {
        assertThat(client.getBooleanDetails("SSO_SAML", true))
                .returns(false, FlagEvaluationDetails::getValue)
                .returns(null, FlagEvaluationDetails::getErrorCode)
                .returns("STATIC", FlagEvaluationDetails::getReason);

        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        assertThat(client.getBooleanValue("SSO_SAML", false)).isTrue();
        assertThat(client.getBooleanValue("LICENSED", false)).isTrue();
    }

    @Test
    void evaluate_limit_isAnInteger() {
        sandbox.change("DEMO-ENTERPRISE", Map.of("metadata", Map.of("maxDisplays", 500, "maxAgiles", -1)));
        admin.activate("DEMO-ENTERPRISE").statusCode(200);

        assertThat(client.getIntegerValue("MAX_DISPLAYS", -7)).isEqualTo(500);
        assertThat(client.getIntegerDetails("MAX_AGILES", -7))
                .returns(Integer.MAX_VALUE, FlagEvaluationDetails::getValue)
                .returns("unlimited", FlagEvaluationDetails::getVariant);
    }

    @Test
    void evaluate_unknownFlag_notFoundAndTheDefault() {
        assertThat(client.getBooleanDetails("NO_SUCH_FLAG", true))
                .returns(true, FlagEvaluationDetails::getValue)
                .returns(ErrorCode.FLAG_NOT_FOUND, FlagEvaluationDetails::getErrorCode);
    }

    @Test
    void evaluate_otherType_mismatchAndTheDefault() {
        assertThat(client.getStringDetails("SSO_SAML", "default"))
                .returns("default", FlagEvaluationDetails::getValue)
                .returns(ErrorCode.TYPE_MISMATCH, FlagEvaluationDetails::getErrorCode);
    }

    @Test
    void evaluate_badToken_isNotTakenForAnUnreadableAnswer() {
        assertThat(client("stale").getBooleanDetails("SSO_SAML", true))
                .returns(true, FlagEvaluationDetails::getValue)
                .returns(ErrorCode.GENERAL, FlagEvaluationDetails::getErrorCode);
    }

    private Client client(String token) {
        OfrepProviderOptions options = OfrepProviderOptions.builder()
                .baseUrl(root.toString().replaceAll("/$", ""))
                .headers(ImmutableMap.of("Authorization", ImmutableList.of("Bearer " + token)))
                .build();
        OpenFeatureAPI openFeature = OpenFeatureAPI.getInstance();
        openFeature.setProviderAndWait(OfrepProvider.constructProvider(options));
        return openFeature.getClient();
    }
}
