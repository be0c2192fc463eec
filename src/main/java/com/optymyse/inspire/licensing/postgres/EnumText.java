package com.optymyse.inspire.licensing.postgres;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Constants as the columns hold them: in lower case. */
final class EnumText {

    private EnumText() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable String ofNullable(@Nullable Enum<?> constant) {
        return constant == null ? null : of(constant);
    }

    static <E extends Enum<E>> E parse(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
