package com.optymyse.inspire.licensing.license;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The facts of a sentence, by name. A program can write the sentence in another language from them. */
public final class Facts {

    private Facts() {}

    /**
     * The same in the order of their names: texts, numbers and flags as they are, times in ISO 8601.
     *
     * @throws IllegalArgumentException when a value is of another type
     */
    public static Map<String, Object> of(Map<String, ?> values) {
        Map<String, Object> facts = new TreeMap<>();
        values.forEach((name, value) -> facts.put(name, fact(name, value)));
        return Collections.unmodifiableMap(facts);
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
