package com.optymyse.inspire.licensing.license;

import java.util.Map;

/**
 * Something about the license or the installation that an admin should look at, although nothing was refused.
 *
 * @param code the stable code
 * @param detail what is so, and where it is not for the vendor also what to do, in full sentences
 * @param values the facts in the detail, by name: texts, numbers and flags; times in ISO 8601
 */
public record LicensingProblem(ProblemCode code, String detail, Map<String, Object> values) {

    public LicensingProblem {
        values = Facts.of(values);
    }
}
