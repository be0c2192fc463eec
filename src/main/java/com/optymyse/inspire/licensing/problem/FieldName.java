package com.optymyse.inspire.licensing.problem;

import java.util.Locale;

/** The name of a request's field. It is told to programs as it is, and to people in words. */
public final class FieldName {

    private FieldName() {}

    /** What is wrong with a field: {@code The field “license key” must be given.} for {@code licenseKey}. */
    public static String sentence(String path, String predicate) {
        return "The field “" + inWords(path) + "” " + predicate + ".";
    }

    /** The innermost field of a path: {@code license key} for {@code licenseKey}, {@code depth} for {@code nested.depth[1]}. */
    private static String inWords(String path) {
        String name = path.substring(path.lastIndexOf('.') + 1).replaceFirst("\\[\\d+]$", "");
        return name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
    }
}
