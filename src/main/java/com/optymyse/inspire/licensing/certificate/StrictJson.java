package com.optymyse.inspire.licensing.certificate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * JSON that has one meaning only: one object in valid UTF-8, no name twice, nothing behind it, nested at most
 * {@value #MAX_DEPTH} deep.
 */
public final class StrictJson {

    /** The server's own documents are nested 9 deep, metadata included. */
    static final int MAX_DEPTH = 32;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /**
     * Reads one JSON object. The caller bounds its size.
     *
     * @throws MalformedDocument when the bytes are anything else
     */
    public static JsonNode readObject(byte[] utf8) throws MalformedDocument {
        try {
            JsonNode node = MAPPER.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
            if (node.isObject()) {
                return node;
            }
        } catch (CharacterCodingException | JsonProcessingException notJson) {
            // The sentence below says it; Jackson's would quote what it read.
        }
        throw new MalformedDocument("The content is not one JSON object with distinct names.");
    }

    /** An object as a map of plain values: integers become Integer, Long or BigInteger by their size. */
    static Map<String, Object> toMap(JsonNode object) {
        return MAPPER.convertValue(object, new TypeReference<>() {});
    }
}
