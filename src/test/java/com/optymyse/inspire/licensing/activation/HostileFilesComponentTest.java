package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.optymyse.inspire.licensing.testing.LicensingTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mangled and malicious files, sent to a licensed installation: each is refused, soon, and the license stays. */
@QuarkusTest
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@Tag("thorough")
class HostileFilesComponentTest extends LicensingTest {

    private static final String KEY = "DEMO-ENTERPRISE";
    private static final int SAMPLES = 25;

    private String before;

    @BeforeEach
    void licensedOffline() {
        admin.activate(KEY, file("machine")).statusCode(200);
        before = admin.license();
        sandbox.forgetCalls();
    }

    @AfterEach
    void presentLicenseUntouched() {
        assertThat(admin.license()).isEqualTo(before);
        assertThat(sandbox.calls()).isEmpty();
    }

    /** That no byte may change is shown for every byte where files are verified; here, that it holds on the way there. */
    @ParameterizedTest
    @ValueSource(strings = {"machine", "license"})
    void activate_bitFlipped_refused(String kind) {
        String good = file(kind);

        for (int sample = 0; sample < SAMPLES; sample++) {
            int place = (good.length() - 2) * sample / (SAMPLES - 1);
            // A line end with another bit is a line end of another kind.
            int at = good.charAt(place) == '\n' ? place - 1 : place;
            String flipped = good.substring(0, at) + (char) (good.charAt(at) ^ 1) + good.substring(at + 1);
            assertRefused(flipped);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine", "license"})
    void activate_cutShort_refused(String kind) {
        String good = file(kind);

        for (int sample = 1; sample < SAMPLES; sample++) {
            assertRefused(good.substring(0, good.length() * sample / SAMPLES));
        }
    }

    static List<Named<String>> hostile() {
        String deep = "[".repeat(10_000);
        return List.of(
                Named.of("garbage", "\u0000\uFFFD{]~".repeat(1_000)),
                Named.of("a frame around nothing", framed("")),
                Named.of("nested 10,000 deep", framed("{\"enc\":" + deep)),
                Named.of("nested and closed", framed("{\"enc\":" + deep + "]".repeat(10_000) + "}")),
                Named.of(
                        "duplicate fields",
                        framed("{\"enc\":\"QUJD\",\"enc\":\"QUJE\",\"sig\":\"QUJD\",\"alg\":\"base64+ed25519\"}")),
                Named.of("no JSON", framed("enc=QUJD")),
                Named.of("almost too long", framed("a".repeat(1_500_000))),
                Named.of("almost too long for a request", framed("a".repeat(2_250_000))));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void activate_hostileFile_malformed(String file) {
        offline(file).statusCode(422).body("code", equalTo("license-file-malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n-----BEGIN MACHINE FILE-----\n", "\n-----END LICENSE FILE-----\n"})
    void activate_partOfAnotherFileBehindTheEnd_malformed(String behind) {
        offline(file("machine") + behind).statusCode(422).body("code", equalTo("license-file-malformed"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 10})
    void activate_megabytesOfBase64_tooLarge(int megabytes) {
        offline("QUJD".repeat(megabytes * 256 * 1024)).statusCode(413).body("code", equalTo("too-large"));
    }

    private void assertRefused(String file) {
        offline(file).statusCode(422).body("code", startsWith("license-file-"));
    }

    private ValidatableResponse offline(String file) {
        return admin.activate(KEY, file);
    }

    private String file(String kind) {
        String fingerprint = admin.get("/license").extract().path("installation.fingerprint");
        return sandbox.file(KEY, Map.of("kind", kind, "fingerprint", fingerprint));
    }

    private static String framed(String content) {
        String lines =
                Base64.getMimeEncoder(60, new byte[] {'\n'}).encodeToString(content.getBytes(StandardCharsets.UTF_8));
        return "-----BEGIN MACHINE FILE-----\n" + lines + "\n-----END MACHINE FILE-----\n";
    }
}
