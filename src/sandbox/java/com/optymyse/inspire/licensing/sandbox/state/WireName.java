package com.optymyse.inspire.licensing.sandbox.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a constant is written in JSON and in queries: {@code RATE_LIMIT} is {@code rate-limit}. */
public final class WireName {

    private WireName() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant that is written so.
     *
     * @throws IllegalArgumentException listing the names, when there is none like it
     */
    public static <E extends Enum<E>> E find(E[] constants, String name) {
        return Arrays.stream(constants)
                .filter(constant -> of(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is none of: "
                        + Arrays.stream(constants).map(WireName::of).collect(Collectors.joining(", ")) + "."));
    }
}
