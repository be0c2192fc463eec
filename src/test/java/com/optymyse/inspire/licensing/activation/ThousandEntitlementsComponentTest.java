package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.optymyse.inspire.licensing.testing.Api;
import com.optymyse.inspire.licensing.testing.LicensingTest;
import com.optymyse.inspire.licensing.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A license far larger than any sold: its files are over a megabyte, and its entitlements on ten pages of the server. */
@QuarkusTest
@Tag("thorough")
class ThousandEntitlementsComponentTest extends LicensingTest {

    private static final String KEY = "DEMO-THOUSAND";
    private static final String LAST = "EXTRA_990";

    private Api service;

    @BeforeEach
    void unlicensed() {
        service = new Api(Tokens.withoutRole());
    }

    @Test
    void activate_online_allAreGrantedAndKept() {
        admin.activate(KEY).statusCode(200).body("entitlements", hasSize(1_000)).body("problems", empty());

        assertAllGranted();
        admin.post("/license/revalidate").statusCode(200).body("revalidation.outcome", equalTo("good"));
        assertAllGranted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine", "license"})
    void activate_offline_allAreGranted(String kind) {
        String fingerprint = admin.get("/license").extract().path("installation.fingerprint");
        String file = sandbox.file(KEY, Map.of("kind", kind, "fingerprint", fingerprint));
        assertThat(file.length()).isGreaterThan(1_000_000);

        admin.activate(KEY, file)
                .statusCode(200)
                .body("license.validationMode", equalTo("offline"))
                .body("entitlements", hasSize(1_000));

        assertAllGranted();
    }

    @Test
    void preview_online_everyPageIsRead() {
        admin.post("/license/preview", Map.of("method", "online", "licenseKey", KEY))
                .statusCode(200)
                .body("gained", hasSize(1_000));
    }

    private void assertAllGranted() {
        service.get("/entitlements")
                .statusCode(200)
                .body("entitlements", hasSize(1_000))
                .body("entitlements.granted", everyItem(is(true)));
        service.get("/entitlements/" + LAST).statusCode(200).body("granted", is(true));
        service.post("/ofrep/v1/evaluate/flags/" + LAST, Map.of())
                .statusCode(200)
                .body("value", is(true));
        service.get("/entitlements/token").statusCode(200);
    }
}
