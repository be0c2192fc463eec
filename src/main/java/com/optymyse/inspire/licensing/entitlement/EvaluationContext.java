package com.optymyse.inspire.licensing.entitlement;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.optymyse.inspire.licensing.license.Refusal;
import java.io.IOException;

/**
 * The evaluation context that an OFREP client sends. It may say anything, because what is licensed is the same for
 * everybody: so that nothing is kept of it, and it is only looked at whether it is what the protocol says.
 */
final class EvaluationContext {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private EvaluationContext() {}

    /**
     * Checks the body of a request.
     *
     * @throws Refusal when it is not one JSON object, or its context is none, or the key in there is no text
     */
    static void check(byte[] body) {
        try (JsonParser json = JSON.createParser(body)) {
            checkRequest(json);
        } catch (StreamConstraintsException limit) {
            throw Refusal.invalid(
                    "context",
                    "The evaluation context is nested too deeply, or has a name or a number that is too long.");
        } catch (JsonProcessingException notJson) {
            JsonLocation at = notJson.getLocation();
            throw Refusal.invalid(
                    "body",
                    "The body is not valid JSON, or names a field twice. The mistake is at line " + at.getLineNr()
                            + ", column " + at.getColumnNr() + ".");
        } catch (IOException notText) {
            // The bytes are in memory, so this is about their encoding, which the parser guesses from the first four.
            throw Refusal.invalid("body", "The body is not valid JSON: its bytes are not text in UTF-8.");
        }
    }

    private static void checkRequest(JsonParser json) throws IOException {
        JsonToken begin = json.nextToken();
        if (begin == null) {
            throw Refusal.invalid("body", "The request needs a body, in JSON.");
        }
        if (begin != JsonToken.START_OBJECT) {
            throw Refusal.invalid("body", "The body must be given, as a JSON object.");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean context = json.currentName().equals("context");
            json.nextToken();
            if (context) {
                checkContext(json);
            } else {
                json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw Refusal.invalid("body", "There is more text after the JSON of the body.");
        }
    }

    private static void checkContext(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw Refusal.invalid("context", "The field context must be given, as a JSON object.");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean key = json.currentName().equals("targetingKey");
            JsonToken value = json.nextToken();
            if (key && value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL) {
                throw Refusal.invalid("context.targetingKey", "The field context.targetingKey must be given, as text.");
            }
            json.skipChildren();
        }
    }
}
