package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import org.jspecify.annotations.Nullable;

/** What the standing of an installation is derived from. */
public sealed interface Evidence {

    /** Nothing was activated. */
    record None() implements Evidence {}

    /** A license is held, and a certificate that the vendor signed proves it. */
    record Proven(HeldLicense held, Certificate certificate) implements Evidence {}

    /**
     * A license is held, but nothing proves it any more.
     *
     * @param held the license; null when not even its row could be opened
     * @param problem a full sentence that says why
     */
    record Unproven(@Nullable HeldLicense held, String problem) implements Evidence {}
}
