package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntitlementObjectTest {

    @Test
    void of_codeAndName_areRead() throws MalformedDocument {
        assertThat(entitlement("{\"code\": \"Permissions\", \"name\": \"Permissions of users\", \"metadata\": {}}"))
                .isEqualTo(new EntitlementObject("Permissions", "Permissions of users"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\": \"MFA\"}",
                "{\"code\": \"MFA\", \"name\": null}",
                "{\"code\": \"MFA\", \"name\": \"  \"}"
            })
    void of_noName_isCalledByItsCode(String attributes) throws MalformedDocument {
        assertThat(entitlement(attributes)).isEqualTo(new EntitlementObject("MFA", "MFA"));
    }

    @ParameterizedTest
    @CsvSource({
        "{}, code",
        "{\"code\": null}, code",
        "{\"code\": \" \"}, code",
        "{\"code\": 5}, code",
        "'{\"code\": \"MFA\", \"name\": 5}', name"
    })
    void of_fieldOfAnotherType_isMalformed(String attributes, String named) {
        assertThatExceptionOfType(MalformedDocument.class)
                .isThrownBy(() -> entitlement(attributes))
                .withMessageContaining("entitlement.attributes." + named);
    }

    @Test
    void of_anotherResource_isMalformed() {
        assertThatExceptionOfType(MalformedDocument.class)
                .isThrownBy(() -> EntitlementObject.of(TestFile.object("{\"id\": \"1\", \"type\": \"licenses\"}")))
                .withMessage("The field entitlement.type is not entitlements.");
    }

    private static EntitlementObject entitlement(String attributes) throws MalformedDocument {
        return EntitlementObject.of(
                TestFile.object("{\"id\": \"1\", \"type\": \"entitlements\", \"attributes\": " + attributes + "}"));
    }
}
