package com.optymyse.inspire.licensing.sandbox.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;

/** The sandbox's values as JSON text and back. */
public final class StateJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private StateJson() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException notWritable) {
            throw new IllegalStateException("The sandbox can't write its own values.", notWritable);
        }
    }

    /**
     * Reads a value back.
     *
     * @throws IllegalArgumentException saying what is wrong, when the text is not such a value
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong.getOriginalMessage(), wrong);
        }
    }

    static <T> T read(JsonNode json, Class<T> type) {
        try {
            return MAPPER.treeToValue(json, type);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong.getOriginalMessage(), wrong);
        }
    }

    static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    static JsonNode tree(InputStream json) throws IOException {
        return MAPPER.readTree(json);
    }

    /** A JSON merge patch (RFC 7396): objects are merged, null removes, everything else replaces. */
    static ObjectNode merged(ObjectNode target, JsonNode patch) {
        ObjectNode result = target.deepCopy();
        patch.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (value.isNull()) {
                result.remove(member.getKey());
            } else if (value.isObject() && result.get(member.getKey()) instanceof ObjectNode inner) {
                result.set(member.getKey(), merged(inner, value));
            } else {
                result.set(member.getKey(), value);
            }
        });
        return result;
    }
}
