package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.optymyse.inspire.licensing.activation.ActivationRequest.Asked;
import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActivationRequestTest {

    private static final LicenseKey KEY = new LicenseKey("ABC");

    @Test
    void asked_online_keyTrimmed() {
        assertThat(new ActivationRequest("online", " ABC\r\n", null, null).asked())
                .isEqualTo(new Asked.Online(KEY));
    }

    @Test
    void asked_offline_everything() {
        assertThat(new ActivationRequest("offline", "ABC", "file", true).asked())
                .isEqualTo(new Asked.Offline(new Brought(KEY, "file", true)));
        assertThat(new ActivationRequest("offline", "ABC", "file", null).asked())
                .isEqualTo(new Asked.Offline(new Brought(KEY, "file", false)));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void asked_mistake_refusedNamingTheField(ActivationRequest request, String field) {
        Refusal refusal = catchThrowableOfType(Refusal.class, request::asked);

        assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_REQUEST);
        assertThat(refusal.field()).isEqualTo(field);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(new ActivationRequest(null, "ABC", null, null), "method"),
                Arguments.of(new ActivationRequest("Online", "ABC", null, null), "method"),
                Arguments.of(new ActivationRequest("online", null, null, null), "licenseKey"),
                Arguments.of(new ActivationRequest("online", " \n", null, null), "licenseKey"),
                Arguments.of(new ActivationRequest("online", "A\u0000B", null, null), "licenseKey"),
                Arguments.of(new ActivationRequest("online", "A".repeat(4097), null, null), "licenseKey"),
                Arguments.of(new ActivationRequest("online", "ABC", "file", null), "licenseFile"),
                Arguments.of(new ActivationRequest("online", "ABC", null, false), "acceptOlder"),
                Arguments.of(new ActivationRequest("offline", null, "file", null), "licenseKey"),
                Arguments.of(new ActivationRequest("offline", "ABC", null, null), "licenseFile"),
                Arguments.of(new ActivationRequest("offline", "ABC", " ", null), "licenseFile"));
    }

    @Test
    void toString_always_keepsTheKeyToItself() {
        assertThat(new ActivationRequest("offline", "SECRET", "FILE", null).toString())
                .doesNotContain("SECRET", "FILE");
        assertThat(new Brought(new LicenseKey("SECRET"), "FILE", false).toString())
                .doesNotContain("SECRET", "FILE");
    }
}
