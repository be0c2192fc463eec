package com.optymyse.inspire.licensing.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expectations on refusals. */
final class Refusals {

    private Refusals() {}

    /** Expects a refusal with this code and goes on with its sentence. */
    static AbstractStringAssert<?> assertRefused(RefusalCode code, ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);

        assertThat(refusal).as("refusal %s", code).isNotNull();
        assertThat(refusal.code()).as(refusal.detail()).isEqualTo(code);
        return assertThat(refusal.detail());
    }

    static AbstractStringAssert<?> assertMalformed(String text) {
        return assertRefused(RefusalCode.LICENSE_FILE_MALFORMED, () -> TestVendor.verify(text));
    }

    static AbstractStringAssert<?> assertNotGenuine(String text) {
        return assertRefused(RefusalCode.LICENSE_FILE_NOT_GENUINE, () -> TestVendor.verify(text));
    }
}
