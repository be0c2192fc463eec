package com.optymyse.inspire.licensing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are checked out hold what was asked for, and the JDK alone can verify and open them. */
class SandboxCheckOutTest {

    private static final String KEY = "DEMO-ENTERPRISE";
    private static final String MACHINE_FILE = "/v1/machines/" + SandboxClient.FINGERPRINT + "/actions/check-out";
    private static final String LICENSE_FILE = "/v1/licenses/" + KEY + "/actions/check-out";

    private static SandboxClient sandbox;

    @BeforeAll
    static void start() {
        sandbox = new SandboxClient();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void activate() throws Exception {
        sandbox.reset();
        sandbox.createMachine(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aes-256-gcm+ed25519",
                "aes-256-gcm+rsa-sha256",
                "aes-256-gcm+rsa-pss-sha256",
                "aes-256-gcm+ecdsa-p256",
                "base64+ed25519",
                "base64+rsa-sha256",
                "base64+rsa-pss-sha256",
                "base64+ecdsa-p256"
            })
    void machineFile_ofEachAlgorithm_verifiesAndOpens(String algorithm) throws Exception {
        SandboxClient.Reply reply = checkOut(MACHINE_FILE, new JsonObject().put("algorithm", algorithm));

        JdkVerifier.Parts file = file(reply);
        assertThat(file.kind()).isEqualTo("MACHINE");
        assertThat(file.algorithm()).isEqualTo(algorithm);
        assertThat(reply.attributes().getString("algorithm")).isEqualTo(algorithm);
        assertThat(file.isGenuine()).isTrue();
        assertThat(fingerprint(file.decrypted(KEY + SandboxClient.FINGERPRINT))).isEqualTo(SandboxClient.FINGERPRINT);
    }

    @Test
    void machineFile_opensWithKeyAndFingerprintAlone() throws Exception {
        JdkVerifier.Parts file = file(sandbox.checkOut(KEY));

        assertThatThrownBy(() -> file.decrypted(KEY)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> file.decrypted(KEY + "another")).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void machineFile_withLicenseAndEntitlements_holdsAllThatCounts() throws Exception {
        SandboxClient.Reply reply = sandbox.checkOut(KEY);

        JsonObject document = file(reply).decrypted(KEY + SandboxClient.FINGERPRINT);
        JsonObject data = document.getJsonObject("data");
        JsonArray included = document.getJsonArray("included");
        assertThat(data.getString("type")).isEqualTo("machines");
        assertThat(related(data, "account")).isEqualTo("eed5b9a9-64e1-4b78-a4c1-29286a09b058");
        assertThat(related(data, "product")).isEqualTo("63b65840-d501-4924-ac44-3504ac76a0fa");
        JsonObject license = included.getJsonObject(0);
        assertThat(related(data, "license")).isEqualTo(license.getString("id"));
        assertThat(license.getJsonObject("attributes").getString("key")).isEqualTo(KEY);
        assertThat(license.getJsonObject("attributes").getJsonObject("metadata"))
                .isEqualTo(new JsonObject()
                        .put("maxDisplays", 500)
                        .put("maxAgiles", -1)
                        .put("aiCreditsPerMonth", 10000));
        assertThat(included).hasSize(11);
        assertThat(license.getJsonObject("relationships")
                        .getJsonObject("entitlements")
                        .getJsonArray("data"))
                .hasSize(10);
        assertThat(document.getJsonObject("meta"))
                .isEqualTo(new JsonObject()
                        .put("issued", "2026-03-31T10:00:00.123Z")
                        .put("expiry", "2026-04-14T10:00:00.123Z")
                        .put("ttl", 1_209_600));
        assertThat(related(reply.json().getJsonObject("data"), "machine")).isEqualTo(data.getString("id"));
        assertThat(reply.json().getJsonObject("data").getString("type")).isEqualTo("machine-files");
    }

    @Test
    void machineFile_lastCheckOut_isTheOneBefore() throws Exception {
        sandbox.moveClock(Duration.ofHours(1));
        JsonObject first = machineAttributes(sandbox.checkOut(KEY));
        sandbox.moveClock(Duration.ofHours(2));
        JsonObject second = machineAttributes(sandbox.checkOut(KEY));

        assertThat(first.getValue("lastCheckOut")).isNull();
        assertThat(first.getString("updated")).isEqualTo("2026-03-31T10:00:00.123Z");
        assertThat(second.getString("lastCheckOut")).isEqualTo("2026-03-31T11:00:00.123Z");
        assertThat(second.getString("updated")).isEqualTo("2026-03-31T11:00:00.123Z");
        assertThat(sandbox.get(KEY, "/v1/machines/" + SandboxClient.FINGERPRINT)
                        .attributes()
                        .getString("lastCheckOut"))
                .isEqualTo("2026-03-31T12:00:00.123Z");
    }

    @Test
    void machineFile_withoutInclude_holdsNoLicense() throws Exception {
        JsonObject document = file(checkOut(MACHINE_FILE, new JsonObject())).decrypted("");

        assertThat(document.containsKey("included")).isFalse();
    }

    @Test
    void licenseFile_withEntitlements_opensWithTheKey() throws Exception {
        JsonObject meta = new JsonObject().put("encrypt", true).put("include", new JsonArray().add("entitlements"));

        SandboxClient.Reply reply = checkOut(LICENSE_FILE, meta);

        JdkVerifier.Parts file = file(reply);
        assertThat(file.kind()).isEqualTo("LICENSE");
        assertThat(file.isGenuine()).isTrue();
        JsonObject document = file.decrypted(KEY);
        assertThat(document.getJsonObject("data").getString("type")).isEqualTo("licenses");
        assertThat(document.getJsonArray("included")).hasSize(10);
        assertThat(sandbox.get(KEY, "/v1/me").attributes().getString("lastCheckOut"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "3600, 2026-03-31T11:00:00.123Z",
        "2629745, 2026-04-30T20:29:05.123Z",
        "2629746, 2026-04-30T10:00:00.123Z",
        "2633346, 2026-04-30T11:00:00.123Z",
        "31556952, 2027-03-31T10:00:00.123Z"
    })
    void ttl_ofAMonthOrMore_isCountedOnTheCalendar(long ttl, String expiry) throws Exception {
        SandboxClient.Reply reply = checkOut(MACHINE_FILE, new JsonObject().put("ttl", ttl));

        assertThat(reply.attributes().getString("expiry")).isEqualTo(expiry);
    }

    @Test
    void ttl_absentOrNull_isAMonthOrForEver() throws Exception {
        assertThat(checkOut(MACHINE_FILE, new JsonObject()).attributes().getInteger("ttl"))
                .isEqualTo(2_629_746);
        assertThat(checkOut(MACHINE_FILE, new JsonObject().putNull("ttl"))
                        .attributes()
                        .getValue("expiry"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ttl": 3599}                     | CHECKOUT_TTL_INVALID
            {"ttl": -1}                       | CHECKOUT_TTL_INVALID
            {"algorithm": "rot13+ed25519"}    | CHECKOUT_ALGORITHM_INVALID
            {"algorithm": "base64"}           | CHECKOUT_ALGORITHM_INVALID
            {"include": ["everything"]}       | CHECKOUT_INCLUDE_INVALID
            {"include": "license"}            |
            {"encrypt": "yes"}                |
            {"color": "red"}                  |
            """)
    void checkOut_notUnderstood_is400(String meta, String code) throws Exception {
        SandboxClient.Reply reply = checkOut(MACHINE_FILE, new JsonObject(meta));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"license.policy", "license.product", "license.owner", "license.users"})
    void include_whatAKeyMayNotRead_isForbidden(String include) throws Exception {
        SandboxClient.Reply reply =
                checkOut(MACHINE_FILE, new JsonObject().put("include", new JsonArray().add(include)));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.error("code")).isNull();
    }

    @Test
    void text_isFramedInSixtyColumns() throws Exception {
        String text = sandbox.checkOut(KEY).attributes().getString("certificate");

        List<String> body = Arrays.stream(text.split("\n"))
                .filter(line -> !line.startsWith("-----"))
                .toList();
        assertThat(body.subList(0, body.size() - 1)).allMatch(line -> line.length() == 60);
        assertThat(text).startsWith("-----BEGIN MACHINE FILE-----\n").endsWith("-----END MACHINE FILE-----\n");
    }

    private static SandboxClient.Reply checkOut(String path, JsonObject meta) throws Exception {
        return sandbox.post(KEY, path, new JsonObject().put("meta", meta));
    }

    private static JdkVerifier.Parts file(SandboxClient.Reply reply) {
        return JdkVerifier.Parts.of(reply.attributes().getString("certificate"));
    }

    private static JsonObject machineAttributes(SandboxClient.Reply reply) throws Exception {
        return file(reply)
                .decrypted(KEY + SandboxClient.FINGERPRINT)
                .getJsonObject("data")
                .getJsonObject("attributes");
    }

    private static String fingerprint(JsonObject document) {
        return document.getJsonObject("data").getJsonObject("attributes").getString("fingerprint");
    }

    private static String related(JsonObject resource, String name) {
        return resource.getJsonObject("relationships")
                .getJsonObject(name)
                .getJsonObject("data")
                .getString("id");
    }
}
