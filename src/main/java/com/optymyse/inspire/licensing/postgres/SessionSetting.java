package com.optymyse.inspire.licensing.postgres;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A setting of PostgreSQL that a session begins with.
 *
 * @param name the setting, such as {@code search_path}
 * @param value its value in the form that a configuration file of PostgreSQL has
 */
record SessionSetting(String name, String value) {

    /**
     * One statement that makes these settings for the rest of the session, as SET does; empty when there are none. A list,
     * such as a search path, stays one value here, where SET would take it for one name.
     */
    static String sql(List<SessionSetting> settings) {
        return settings.stream()
                .map(setting -> "set_config(" + literal(setting.name) + ", " + literal(setting.value) + ", false)")
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), calls -> calls.isEmpty() ? "" : "SELECT " + calls));
    }

    /** Means the same whatever {@code standard_conforming_strings} is. */
    private static String literal(String text) {
        return "E'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
