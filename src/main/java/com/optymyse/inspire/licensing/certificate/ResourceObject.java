package com.optymyse.inspire.licensing.certificate;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A JSON:API resource object.
 *
 * @param id its id
 * @param attributes its attributes
 * @param relationships its relationships
 */
record ResourceObject(String id, JsonFields attributes, JsonFields relationships) {

    /**
     * @param path where the object is in its document, for refusals
     * @param type the type that it must be of
     */
    static ResourceObject of(JsonNode node, String path, String type) throws MalformedDocument {
        JsonFields fields = new JsonFields(node, path);
        if (!fields.text("type").equals(type)) {
            throw fields.refused("type", type);
        }
        return new ResourceObject(fields.text("id"), fields.object("attributes"), fields.object("relationships"));
    }

    /** The id of the one resource that this one is related to. */
    String related(String name) throws MalformedDocument {
        return relationships.object(name).object("data").text("id");
    }
}
