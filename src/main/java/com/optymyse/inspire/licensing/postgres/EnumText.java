package com.optymyse.inspire.licensing.postgres;

import java.util.Locale;

/** Constants as the columns hold them: in lower case. */
final class EnumText {

    private EnumText() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E parse(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
