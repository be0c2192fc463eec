package com.optymyse.inspire.licensing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that a vendor would mail: good ones, and ones of which exactly one thing is wrong. */
class SandboxFilesTest extends SandboxTest {

    private static final String KEY = "DEMO-ENTERPRISE";
    private static final String SECRET = KEY + SandboxClient.FINGERPRINT;
    private static final String MACHINE_FILE = "fingerprint=" + SandboxClient.FINGERPRINT;

    @ParameterizedTest
    @ValueSource(strings = {"aes-256-gcm%2Bed25519", "base64%2Brsa-pss-sha256", "base64+ecdsa-p256"})
    void machineFile_good_verifiesAndOpensAndTakesNoSeat(String algorithm) throws Exception {
        JdkVerifier.Parts file = file(MACHINE_FILE + "&algorithm=" + algorithm);

        assertThat(file.algorithm()).isEqualTo(algorithm.replace("%2B", "+"));
        assertThat(file.isGenuine()).isTrue();
        assertThat(license(file).getString("key")).isEqualTo(KEY);
        assertThat(sandbox.machines(KEY)).isEmpty();
    }

    @Test
    void machineFile_ofAnActivatedMachine_namesIt() throws Exception {
        String id = sandbox.createMachine(KEY).json().getJsonObject("data").getString("id");

        JsonObject document = file(MACHINE_FILE).decrypted(SECRET);

        assertThat(document.getJsonObject("data").getString("id")).isEqualTo(id);
    }

    @Test
    void licenseFile_good_verifiesAndOpens() throws Exception {
        JdkVerifier.Parts file = file("kind=license");

        assertThat(file.kind()).isEqualTo("LICENSE");
        assertThat(file.isGenuine()).isTrue();
        assertThat(file.decrypted(KEY).getJsonObject("data").getString("type")).isEqualTo("licenses");
    }

    @Test
    void ttl_givenOrEmpty_isTheFilesEnd() throws Exception {
        assertThat(meta(file(MACHINE_FILE + "&ttl=7200")).getString("expiry")).isEqualTo("2026-03-31T12:00:00.123Z");
        assertThat(meta(file(MACHINE_FILE + "&ttl=")).getValue("expiry")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "tampered, machine",
        "tampered, license",
        "other-vendor-key, machine",
        "other-vendor-key, license",
        "reframed, machine",
        "reframed, license"
    })
    void defect_ofTheSignature_isNotGenuine(String defect, String kind) throws Exception {
        JdkVerifier.Parts file = file(MACHINE_FILE + "&kind=" + kind + "&defect=" + defect);

        assertThat(file.isGenuine()).isFalse();
    }

    @Test
    void relabeled_namesAnAlgorithmThatDidNotSign() throws Exception {
        JdkVerifier.Parts file = file(MACHINE_FILE + "&defect=relabeled");

        assertThat(file.algorithm()).isEqualTo("aes-256-gcm+rsa-sha256");
    }

    @Test
    void truncated_hasNoEnd() throws Exception {
        assertThat(text(MACHINE_FILE + "&defect=truncated").body())
                .startsWith("-----BEGIN MACHINE FILE-----")
                .doesNotContain("-----END");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other-fingerprint", "wrong-key"})
    void defect_ofTheSecret_isGenuineButDoesNotOpen(String defect) throws Exception {
        JdkVerifier.Parts file = file(MACHINE_FILE + "&defect=" + defect);

        assertThat(file.isGenuine()).isTrue();
        assertThatThrownBy(() -> file.decrypted(SECRET)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void defect_ofTheSecretInClear_showsWhoseFileItIs() throws Exception {
        JsonObject otherMachine = file(MACHINE_FILE + "&algorithm=base64%2Bed25519&defect=other-fingerprint")
                .decrypted("");
        JdkVerifier.Parts otherKey = file(MACHINE_FILE + "&algorithm=base64%2Bed25519&defect=wrong-key");

        assertThat(otherMachine
                        .getJsonObject("data")
                        .getJsonObject("attributes")
                        .getString("fingerprint"))
                .isEqualTo("installation-1-other");
        assertThat(license(otherKey).getString("key")).isNotEqualTo(KEY);
    }

    @ParameterizedTest
    @CsvSource({"other-product, product", "other-account, account"})
    void defect_ofTheIdentity_isGenuineAndOpens(String defect, String relationship) throws Exception {
        JdkVerifier.Parts file = file(MACHINE_FILE + "&defect=" + defect);

        assertThat(file.isGenuine()).isTrue();
        assertThat(identity(file, relationship)).isNotEqualTo(identity(file(MACHINE_FILE), relationship));
    }

    @Test
    void defect_ofTheTimes_isInTheFilesDates() throws Exception {
        JsonObject expired = meta(file(MACHINE_FILE + "&defect=expired"));
        JsonObject future = meta(file(MACHINE_FILE + "&defect=issued-in-future"));

        assertThat(Instant.parse(expired.getString("expiry"))).isBefore(SandboxClient.START);
        assertThat(Instant.parse(future.getString("issued"))).isAfter(SandboxClient.START);
    }

    @Test
    void defect_ofTheLicense_isInsideAGoodFile() throws Exception {
        JdkVerifier.Parts expired = file(MACHINE_FILE + "&defect=license-expired");
        JdkVerifier.Parts suspended = file(MACHINE_FILE + "&defect=license-suspended");
        JdkVerifier.Parts online = file(MACHINE_FILE + "&defect=not-entitled");
        JdkVerifier.Parts bare = file(MACHINE_FILE + "&defect=without-license");

        assertThat(Instant.parse(license(expired).getString("expiry"))).isBefore(SandboxClient.START);
        assertThat(Instant.parse(meta(expired).getString("expiry"))).isAfter(SandboxClient.START);
        assertThat(license(suspended).getBoolean("suspended")).isTrue();
        assertThat(online.decrypted(SECRET).getJsonArray("included").encode()).doesNotContain("OFFLINE_LICENSING");
        assertThat(bare.decrypted(SECRET).containsKey("included")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=machine",
                "fingerprint=f&kind=toaster",
                "fingerprint=f&algorithm=rot13",
                "fingerprint=f&ttl=long",
                "kind=license&defect=other-fingerprint"
            })
    void order_notUnderstood_is400(String query) throws Exception {
        assertThat(text(query).status()).isEqualTo(400);
    }

    @Test
    void defect_unknown_isToldTheKnownOnes() throws Exception {
        SandboxClient.Reply reply = text(MACHINE_FILE + "&defect=ugly");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().getString("error")).contains("tampered", "other-vendor-key");
    }

    private static SandboxClient.Reply text(String query) throws Exception {
        return sandbox.control("GET", "/licenses/" + KEY + "/file?" + query);
    }

    private static JdkVerifier.Parts file(String query) throws Exception {
        return JdkVerifier.Parts.of(text(query).body());
    }

    private static JsonObject license(JdkVerifier.Parts file) throws Exception {
        JsonArray included = file.decrypted(SECRET).getJsonArray("included");
        return included.getJsonObject(0).getJsonObject("attributes");
    }

    private static JsonObject meta(JdkVerifier.Parts file) throws Exception {
        return file.decrypted(SECRET).getJsonObject("meta");
    }

    private static String identity(JdkVerifier.Parts file, String relationship) throws Exception {
        return file.decrypted(SECRET)
                .getJsonObject("data")
                .getJsonObject("relationships")
                .getJsonObject(relationship)
                .getJsonObject("data")
                .getString("id");
    }
}
