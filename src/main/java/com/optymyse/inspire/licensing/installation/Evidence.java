package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.license.LicensingProblem;
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
     * @param problem why
     */
    record Unproven(@Nullable HeldLicense held, LicensingProblem problem) implements Evidence {}
}
