package com.optymyse.inspire.licensing.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.license.LicenseEnd;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a JSON object. A field of a wrong type is refused by its name.
 *
 * @param node the object
 * @param path where it is in its document: {@code data.attributes}
 */
record JsonFields(JsonNode node, String path) {

    private static final Instant FURTHEST = Instant.parse("+999999-12-31T23:59:59.999999999Z");

    /** Vendors write "never" as a year of five or six digits, and the licensing server leaves out its sign. */
    private static final Pattern DISTANT = Pattern.compile("\\+?([1-9][0-9]{4,5}-.*)");

    /** An object; what is absent reads as one without fields. */
    JsonFields object(String name) throws MalformedDocument {
        JsonNode value = node.path(name);
        require(value.isObject() || value.isMissingNode(), name, "an object");
        return new JsonFields(value, path + "." + name);
    }

    /** A text that is not blank. */
    String text(String name) throws MalformedDocument {
        String text = textOrNull(name);
        if (text == null || text.isBlank()) {
            throw refused(name, "a text that is not blank");
        }
        return text;
    }

    /** A text; null where it is null or absent. */
    @Nullable
    String textOrNull(String name) throws MalformedDocument {
        JsonNode value = node.path(name);
        if (isNone(value)) {
            return null;
        }
        require(value.isTextual(), name, "a text or null");
        return value.textValue();
    }

    /** A flag; false where it is null or absent. */
    boolean flag(String name) throws MalformedDocument {
        JsonNode value = node.path(name);
        require(value.isBoolean() || isNone(value), name, "true or false");
        return value.booleanValue();
    }

    /** Whether a field is there and not null, whatever it is. */
    boolean isSet(String name) {
        return !isNone(node.path(name));
    }

    /** A time, not beyond {@link LicenseEnd#LATEST}: later ones count as that. */
    Instant instant(String name) throws MalformedDocument {
        Instant instant = instantOrNull(name);
        if (instant == null) {
            throw refused(name, "a time");
        }
        return instant;
    }

    /** A time, or null where the document says null. It must say so: an absent end must not pass for no end. */
    @Nullable
    Instant instantOrNull(String name) throws MalformedDocument {
        require(node.has(name), name, "a time or null");
        String text = textOrNull(name);
        return text == null ? null : parse(name, text);
    }

    /** A time; null where it is null or absent. */
    @Nullable
    Instant instantIfAny(String name) throws MalformedDocument {
        return node.has(name) ? instantOrNull(name) : null;
    }

    /** A time that is only shown: null where it is absent, and where it is not such a time. */
    @Nullable
    Instant instantIfReadable(String name) {
        try {
            return instantIfAny(name);
        } catch (MalformedDocument unreadable) {
            return null;
        }
    }

    /** An object as a plain map, integers as Integer, Long or BigInteger; empty where it is null or absent. */
    Map<String, Object> map(String name) throws MalformedDocument {
        JsonNode value = node.path(name);
        require(value.isObject() || isNone(value), name, "an object");
        return value.isObject() ? StrictJson.toMap(value) : Map.of();
    }

    MalformedDocument refused(String name, String type) {
        return new MalformedDocument("The field " + path + "." + name + " is not " + type + ".");
    }

    private Instant parse(String name, String text) throws MalformedDocument {
        Matcher distant = DISTANT.matcher(text);
        try {
            Instant instant = Instant.parse(distant.matches() ? "+" + distant.group(1) : text);
            require(
                    !instant.isBefore(Instant.EPOCH) && !instant.isAfter(FURTHEST),
                    name,
                    "a time of the years 1970 to 999999");
            return LicenseEnd.capped(instant);
        } catch (DateTimeParseException notATime) {
            throw refused(name, "a time in ISO 8601 with its zone");
        }
    }

    private void require(boolean asItMust, String name, String type) throws MalformedDocument {
        if (!asItMust) {
            throw refused(name, type);
        }
    }

    private static boolean isNone(JsonNode value) {
        return value.isNull() || value.isMissingNode();
    }
}
