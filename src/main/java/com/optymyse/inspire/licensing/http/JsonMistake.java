package com.optymyse.inspire.licensing.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.problem.FieldName;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says in a sentence what is wrong with the JSON of a request. The sentences are our own, because Jackson's repeat the
 * value, which may be a license key, and the names of classes.
 */
final class JsonMistake {

    private static final int LONGEST_NAME = 64;
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonMistake() {}

    /** The refusal for JSON that could not be read; it names the field where one is wrong. */
    static Refusal refusal(JsonProcessingException mistake) {
        if (mistake.getCause() instanceof Refusal refusal) {
            return refusal;
        }
        if (isRawCharacter(mistake)) {
            return Refusal.invalid(
                    "body",
                    "The body is not valid JSON: a string in it has an unescaped line end, tab or other control"
                            + " character. Write a line end as \\n, or let a program write the JSON, such as jq."
                            + where(mistake.getLocation()));
        }
        return switch (mistake) {
            case UnrecognizedPropertyException unknown -> unknown(unknown);
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case StreamConstraintsException limit ->
                Refusal.invalid(
                        "body", "The body is nested too deeply, or has a name, a text or a number that is too long.");
            case JsonMappingException other -> invalid(other, "has a value that is not accepted");
            default -> notJson(mistake.getLocation());
        };
    }

    private static Refusal unknown(UnrecognizedPropertyException mistake) {
        Collection<Object> known = mistake.getKnownPropertyIds();
        String fields = known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        String field = field(mistake.getPath());
        return Refusal.invalid(field, "The request has a field that is unknown here: " + field + ".")
                .toPrograms("The known fields are: " + fields + ".");
    }

    private static Refusal mismatch(MismatchedInputException mistake) {
        return invalid(mistake, "must be given, as " + expected(mistake.getTargetType()));
    }

    private static Refusal notJson(@Nullable JsonLocation location) {
        return Refusal.invalid("body", "The body is not valid JSON, or names a field twice." + where(location));
    }

    private static String where(@Nullable JsonLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " The mistake is at line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
    }

    /** Jackson reports this only in its message, usually as the cause of its error about the field. A test holds the words. */
    private static boolean isRawCharacter(JsonProcessingException mistake) {
        JsonProcessingException first = mistake.getCause() instanceof JsonProcessingException cause ? cause : mistake;
        return String.valueOf(first.getOriginalMessage()).startsWith("Illegal unquoted character");
    }

    private static Refusal invalid(JsonMappingException mistake, String predicate) {
        if (mistake.getPath().isEmpty()) {
            return Refusal.invalid("body", "The body " + predicate + ".");
        }
        String field = field(mistake.getPath());
        return Refusal.invalid(field, FieldName.sentence(field, predicate));
    }

    private static String field(List<JsonMappingException.Reference> path) {
        StringBuilder field = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            if (step.getFieldName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return field.length() <= LONGEST_NAME ? field.toString() : field.substring(0, LONGEST_NAME) + "…";
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "the API description shows";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(JsonMistake::written)
                    .collect(Collectors.joining(" or "));
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a JSON array";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "a JSON object" : "the API description shows";
    }

    /** An enum constant as it is written in JSON. */
    private static String written(Object constant) {
        return JSON.convertValue(constant, String.class);
    }
}
