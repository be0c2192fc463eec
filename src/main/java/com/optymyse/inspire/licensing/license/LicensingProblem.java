package com.optymyse.inspire.licensing.license;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something about the license or the installation that an admin should look at, although nothing was refused.
 *
 * @param code the stable code
 * @param detail what is so, and where it is not for the vendor also what to do, in full sentences
 * @param values the facts in the detail, by name: texts, numbers and flags; times in ISO 8601
 */
public record LicensingProblem(ProblemCode code, String detail, Map<String, Object> values) {

    public LicensingProblem {
        Map<String, Object> facts = new TreeMap<>();
        values.forEach((name, value) -> facts.put(name, fact(name, value)));
        values = Collections.unmodifiableMap(facts);
    }

    private static Object fact(String name, Object value) {
        return switch (value) {
            case String text -> text;
            case Integer number -> number;
            case Long number -> number;
            case Boolean flag -> flag;
            case Instant time -> time.toString();
            default ->
                throw new IllegalArgumentException(
                        "The fact " + name + " is a text, a number, a flag or a time, not " + value.getClass() + ".");
        };
    }
}
