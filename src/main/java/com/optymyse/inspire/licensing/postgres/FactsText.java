package com.optymyse.inspire.licensing.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of an entry as a column has them: an object of JSON, null where there are none. The text itself is signed. */
final class FactsText {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private FactsText() {}

    static @Nullable String of(Map<String, Object> facts) {
        try {
            return facts.isEmpty() ? null : MAPPER.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Facts are texts, numbers and flags.", impossible);
        }
    }

    /** Reads the facts. A text that no service has written gives none, and is reported when the trail is verified. */
    static Map<String, Object> parse(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        try {
            JsonNode read = MAPPER.readTree(text);
            return read.isObject() && read.valueStream().allMatch(FactsText::isFact)
                    ? MAPPER.convertValue(read, new TypeReference<Map<String, Object>>() {})
                    : Map.of();
        } catch (JsonProcessingException edited) {
            return Map.of();
        }
    }

    private static boolean isFact(JsonNode value) {
        return value.isTextual() || value.isInt() || value.isLong() || value.isBoolean();
    }
}
