package com.optymyse.inspire.licensing.license;

import java.util.Locale;

/** Constants as answers, settings, metrics and the log have them. */
public final class EnumWord {

    private EnumWord() {}

    /** The constant in lower case, with dashes: {@code server-unreachable}. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
