package com.optymyse.inspire.licensing.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.activation.PreviewBinding;
import com.optymyse.inspire.licensing.admin.ActivationRequest.Asked;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.PreviewDigest;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationRequestTest {

    private static final PastedKey KEY = PastedKey.of(new LicenseKey("ABC"));
    private static final String DIGEST = "12." + "a".repeat(43) + "." + "b".repeat(43);

    @Test
    void asked_online_keyTrimmed() {
        assertThat(new ActivationRequest("online", " ABC\r\n", null, null, null, null).asked())
                .isEqualTo(new Asked.Online(KEY, new PreviewBinding.Anything()));
    }

    @Test
    void asked_offline_everything() {
        assertThat(new ActivationRequest("offline", "ABC", "file", true, null, null).asked())
                .isEqualTo(new Asked.Offline(new Brought(KEY, "file"), new PreviewBinding.Anything()));
        assertThat(new ActivationRequest("offline", "ABC", "file", null, null, null).asked())
                .isEqualTo(new Asked.Offline(new Brought(KEY, "file"), new PreviewBinding.Anything()));
    }

    @Test
    void asked_withWhatWasShown_isExpected() {
        PreviewDigest digest = PreviewDigest.parse(DIGEST).orElseThrow();

        assertThat(new ActivationRequest("online", "ABC", null, null, DIGEST, null).asked())
                .isEqualTo(new Asked.Online(KEY, new PreviewBinding.Previewed(digest)));
        assertThat(new ActivationRequest("offline", "ABC", "file", null, null, 12L).asked())
                .isEqualTo(new Asked.Offline(new Brought(KEY, "file"), new PreviewBinding.Revision(12)));
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
                Arguments.of(new ActivationRequest(null, "ABC", null, null, null, null), "method"),
                Arguments.of(new ActivationRequest("Online", "ABC", null, null, null, null), "method"),
                Arguments.of(new ActivationRequest("online", null, null, null, null, null), "licenseKey"),
                Arguments.of(new ActivationRequest("online", " \n", null, null, null, null), "licenseKey"),
                Arguments.of(new ActivationRequest("online", "A\u0000B", null, null, null, null), "licenseKey"),
                Arguments.of(new ActivationRequest("online", "A".repeat(4097), null, null, null, null), "licenseKey"),
                Arguments.of(new ActivationRequest("online", "ABC", "file", null, null, null), "licenseFile"),
                Arguments.of(new ActivationRequest("online", "ABC", null, false, null, null), "acceptOlder"),
                Arguments.of(new ActivationRequest("offline", null, "file", null, null, null), "licenseKey"),
                Arguments.of(new ActivationRequest("offline", "ABC", null, null, null, null), "licenseFile"),
                Arguments.of(new ActivationRequest("online", "ABC", null, null, "12.a.b", null), "previewed"),
                Arguments.of(new ActivationRequest("online", "ABC", null, null, "", null), "previewed"),
                Arguments.of(new ActivationRequest("offline", "ABC", "file", null, "12", null), "previewed"),
                Arguments.of(new ActivationRequest("online", "ABC", null, null, DIGEST, 12L), "expectedRevision"),
                Arguments.of(new ActivationRequest("offline", "ABC", "file", null, DIGEST, 12L), "expectedRevision"));
    }

    /** What no license file is, is told where license files are read. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0"})
    void asked_blankFile_isReadLikeAnyOther(String file) {
        assertThat(new ActivationRequest("offline", "ABC", file, null, null, null).asked())
                .isEqualTo(new Asked.Offline(new Brought(KEY, file), new PreviewBinding.Anything()));
    }

    /** The licensing server would let it authenticate in no form; with a license file it is as good as any. */
    @Test
    void asked_keyBeyondAscii_refusedOnlineNamingTheCharacter() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> new ActivationRequest("online", "B\u00FCro-7", null, null, null, null).asked());

        assertThat(refusal.field()).isEqualTo("licenseKey");
        assertThat(refusal.detail()).contains("\u00FC (U+00FC) at position 2", "works offline only");
        assertThat(new ActivationRequest("offline", "B\u00FCro-7", "file", null, null, null).asked())
                .isEqualTo(new Asked.Offline(
                        new Brought(PastedKey.of(new LicenseKey("B\u00FCro-7")), "file"),
                        new PreviewBinding.Anything()));
    }

    /** Only the quotes are beyond ASCII. */
    @Test
    void asked_keyInTypographicQuotes_onlineWithoutThem() {
        assertThat(new ActivationRequest("online", "\u201CABC\u201D", null, null, null, null).asked())
                .isEqualTo(new Asked.Online(KEY, new PreviewBinding.Anything()));
    }

    @Test
    void toString_always_keepsTheKeyToItself() {
        assertThat(new ActivationRequest("offline", "SECRET", "FILE", null, null, null).toString())
                .doesNotContain("SECRET", "FILE");
        assertThat(new Brought(PastedKey.of(new LicenseKey("SECRET")), "FILE").toString())
                .doesNotContain("SECRET", "FILE");
    }
}
