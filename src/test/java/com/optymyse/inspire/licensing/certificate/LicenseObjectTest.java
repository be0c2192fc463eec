package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.LicensingProblem;
import com.optymyse.inspire.licensing.license.Limits;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Terms;
import com.optymyse.inspire.licensing.testing.SharedFiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseObjectTest {

    private static final String WHOLE = """
            {"id": "license-1", "type": "licenses",
             "attributes": {"name": "Acme", "key": "KEY-1", "expiry": "2027-01-01T00:00:00.000Z", "status": "ACTIVE",
               "suspended": false, "requireHeartbeat": true, "requireCheckIn": true, "created": "2026-01-02T03:04:05.678Z", "uses": 0, "permissions": ["a"],
               "metadata": {"maxDisplays": 5, "maxAgiles": 3000000000, "aiCreditsPerMonth": 7, "planName": "Gold",
                 "note": null, "nested": {"list": [1, {"deep": 1.5}]}}},
             "relationships": {"account": {"data": {"type": "accounts", "id": "account-1"}},
               "product": {"links": {}, "data": {"type": "products", "id": "product-1"}}, "group": {"data": null}},
             "links": {"self": "/v1/licenses/license-1"}}
            """;

    private static final String LEAST = """
            {"id": "license-1", "type": "licenses", "attributes": {"expiry": null},
             "relationships": {"account": {"data": {"id": "account-1"}}, "product": {"data": {"id": "product-1"}}}}
            """;

    @Test
    void toLicense_wholeObject_saysAllOfIt() throws MalformedDocument {
        License license = LicenseObject.of(TestFile.object(WHOLE)).license();

        assertThat(license)
                .isEqualTo(new License(
                        "license-1",
                        "account-1",
                        "product-1",
                        new LicenseKey("KEY-1"),
                        "Acme",
                        License.State.USABLE,
                        Instant.parse("2026-01-02T03:04:05.678Z"),
                        Instant.parse("2027-01-01T00:00:00Z"),
                        false,
                        true,
                        true,
                        new Terms(
                                new Limits(5, 0, 7),
                                "Gold",
                                0,
                                List.of(new LicensingProblem(
                                        ProblemCode.LIMIT_INVALID,
                                        "The license's metadata has a maxAgiles that is not an integer from -1 to"
                                                + " 2147483647: 3000000000. The service uses 0 instead.",
                                        Map.of(
                                                "field",
                                                "maxAgiles",
                                                "minimum",
                                                -1,
                                                "maximum",
                                                2_147_483_647,
                                                "found",
                                                "3000000000"))))));
    }

    /** Whatever it is: an attribute that proves nothing must not make a certificate unusable. */
    @ParameterizedTest
    @CsvSource({"'\"2026-11-23T10:00:00.000Z\"', true", "1, true", "null, false"})
    void toLicense_lastValidated_saysWhetherItEverWas(String lastValidated, boolean validated) throws Exception {
        ObjectNode least = TestFile.object(LEAST);
        least.withObject("/attributes").set("lastValidated", new ObjectMapper().readTree(lastValidated));

        assertThat(LicenseObject.of(least).license().validated()).isEqualTo(validated);
    }

    /** It is only shown, so it must not make a certificate unusable. */
    @ParameterizedTest
    @ValueSource(strings = {"\"yesterday\"", "1767323045", "\"1969-12-31T23:59:59Z\"", "{}", "null"})
    void toLicense_createdIsNoTime_isNull(String created) throws Exception {
        ObjectNode whole = TestFile.object(WHOLE);
        whole.withObject("/attributes").set("created", new ObjectMapper().readTree(created));

        License license = LicenseObject.of(whole).license();

        assertThat(license.createdAt()).isNull();
        assertThat(license.expiresAt()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    void toLicense_leastObject_isAPerpetualLicenseWithoutTerms() throws MalformedDocument {
        License license = LicenseObject.of(TestFile.object(LEAST)).license();

        assertThat(license.key()).isNull();
        assertThat(license.ownName()).isNull();
        assertThat(license.expiresAt()).isNull();
        assertThat(license.state()).isEqualTo(License.State.USABLE);
        assertThat(license.validated()).isFalse();
        assertThat(license.requiresHeartbeat()).isFalse();
        assertThat(license.requiresCheckIn()).isFalse();
        assertThat(license.terms().limits()).isEqualTo(Limits.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "key", "status", "suspended", "requireHeartbeat", "requireCheckIn", "metadata"})
    void of_attributeNull_isAsAbsent(String attribute) throws MalformedDocument {
        ObjectNode least = TestFile.object(LEAST);
        least.withObject("/attributes").putNull(attribute);

        assertThat(LicenseObject.of(least)).isEqualTo(LicenseObject.of(TestFile.object(LEAST)));
    }

    /** Vendors mark "never" by such years, which the licensing server writes without the sign that ISO 8601 asks for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9999-12-31T23:59:59.001Z",
                "12026-11-26T00:00:00.000Z",
                "+12026-11-26T00:00:00.000Z",
                "10000-01-01T00:00:00+00:00",
                "999999-12-31T23:59:59.999999999Z",
                "+999999-12-31T23:59:59Z"
            })
    void of_endBeyondTheYear9999_isTheLastSecondOfThatYear(String expiry) throws MalformedDocument {
        assertThat(LicenseObject.of(expiring(expiry)).license().expiresAt())
                .isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    }

    @Test
    void of_endOfTheYear9999_isTakenAsItIs() throws MalformedDocument {
        assertThat(LicenseObject.of(expiring("9999-12-31T23:59:58.5Z"))
                        .license()
                        .expiresAt())
                .isEqualTo(Instant.parse("9999-12-31T23:59:58.5Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000000-01-01T00:00:00Z",
                "+1000000-01-01T00:00:00Z",
                "-12026-11-26T00:00:00Z",
                "02026-11-26T00:00:00Z",
                "12026-13-26T00:00:00Z",
                "12026-11-26",
                "1969-12-31T23:59:59Z"
            })
    void of_timeOfNoYearThatCounts_isMalformed(String expiry) {
        assertThatExceptionOfType(MalformedDocument.class)
                .isThrownBy(() -> LicenseObject.of(expiring(expiry)))
                .withMessageStartingWith("The field license.attributes.expiry is not a time");
    }

    private static ObjectNode expiring(String expiry) {
        ObjectNode resource = TestFile.object(WHOLE);
        resource.withObject("/attributes").put("expiry", expiry);
        return resource;
    }

    @ParameterizedTest
    @CsvSource({
        "/type, '\"policies\"', license.type",
        "/type, null, license.type",
        "/id, null, license.id",
        "/id, 5, license.id",
        "/attributes, '\"text\"', license.attributes",
        "/attributes, null, license.attributes",
        "/attributes/name, 5, license.attributes.name",
        "/attributes/key, 5, license.attributes.key",
        "/attributes/key, '\"\"', license.attributes.key",
        "/attributes/key, '\"two\nlines\"', license.attributes.key",
        "/attributes/expiry, 5, license.attributes.expiry",
        "/attributes/expiry, '\"never\"', license.attributes.expiry",
        "/attributes/status, true, license.attributes.status",
        "/attributes/suspended, '\"false\"', license.attributes.suspended",
        "/attributes/suspended, 0, license.attributes.suspended",
        "/attributes/requireHeartbeat, '\"no\"', license.attributes.requireHeartbeat",
        "/attributes/requireCheckIn, 1, license.attributes.requireCheckIn",
        "/attributes/metadata, [], license.attributes.metadata",
        "/attributes/metadata, '\"text\"', license.attributes.metadata",
        "/relationships, 5, license.relationships",
        "/relationships/account, null, license.relationships.account",
        "/relationships/account/data, null, license.relationships.account.data",
        "/relationships/product/data, [], license.relationships.product.data",
        "/relationships/product/data/id, '\" \"', license.relationships.product.data.id"
    })
    void of_fieldOfAnotherType_isMalformedAndNamed(String pointer, String value, String named) {
        ObjectNode resource = TestFile.object(WHOLE);
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) resource.at(pointer.substring(0, slash)))
                .set(
                        pointer.substring(slash + 1),
                        TestFile.object("{\"v\":" + value.replace("\n", "\\n") + "}")
                                .path("v"));

        assertThatExceptionOfType(MalformedDocument.class)
                .isThrownBy(() -> LicenseObject.of(resource))
                .withMessageStartingWith("The field " + named + " is not ");
    }

    @ParameterizedTest
    @CsvSource({
        "/id, license.id",
        "/type, license.type",
        "/attributes, license.attributes.expiry",
        "/attributes/expiry, license.attributes.expiry",
        "/relationships, license.relationships.account.data.id",
        "/relationships/account, license.relationships.account.data.id",
        "/relationships/product/data, license.relationships.product.data.id",
        "/relationships/product/data/id, license.relationships.product.data.id"
    })
    void of_essentialFieldAbsent_isMalformedAndNamed(String pointer, String named) {
        ObjectNode resource = TestFile.object(WHOLE);
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) resource.at(pointer.substring(0, slash))).remove(pointer.substring(slash + 1));

        assertThatExceptionOfType(MalformedDocument.class)
                .isThrownBy(() -> LicenseObject.of(resource))
                .withMessageStartingWith("The field " + named + " is not ");
    }

    @Test
    void toString_anyObject_masksTheKey() throws MalformedDocument {
        assertThat(LicenseObject.of(TestFile.object(WHOLE))).asString().doesNotContain("KEY-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"go-readme-response-1.json", "go-readme-response-2.json", "go-readme-response-3.json"})
    void of_answerOfARealServer_isALicense(String file) throws MalformedDocument {
        ObjectNode answer =
                TestFile.object(SharedFiles.VECTORS.json(file).path("body").textValue());

        License license = LicenseObject.of(answer.path("data")).license();

        assertThat(license.id()).isEqualTo("218810ed-2ac8-4c26-a725-a6da67500561");
        assertThat(license.account()).isEqualTo("1fddcec8-8dd3-4d8d-9b16-215cac0f9b52");
        assertThat(license.name()).isEqualTo("Demo License");
        assertThat(license.expiresAt()).isNull();
    }
}
