package com.optymyse.inspire.licensing.sandbox.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The part of a list that a request asks for: the first few with {@code limit}, or a numbered page.
 *
 * @param numbered whether a page was asked for, which is when the answer has links to the others
 */
record Page(int number, int size, boolean numbered) {

    private static final int DEFAULT_SIZE = 10;
    private static final int LARGEST = 100;

    static Page of(ApiRequest request) {
        Optional<Integer> number = integer(request, "page[number]", Integer.MAX_VALUE);
        Optional<Integer> size = integer(request, "page[size]", LARGEST);
        Optional<Integer> limit = integer(request, "limit", LARGEST);
        boolean numbered = number.isPresent() || size.isPresent();
        return new Page(number.orElse(1), size.or(() -> limit).orElse(DEFAULT_SIZE), numbered);
    }

    JsonObject of(List<JsonObject> all, String path) {
        JsonArray data = new JsonArray();
        all.stream().skip((number - 1L) * size).limit(size).forEach(data::add);
        JsonObject document = new JsonObject().put("data", data);
        return numbered ? document.put("links", links(all.size(), path)) : document;
    }

    private JsonObject links(int count, String path) {
        int pages = Math.max(1, (count + size - 1) / size);
        return new JsonObject()
                .put("self", link(path, number))
                .put("prev", number > 1 ? link(path, number - 1) : null)
                .put("next", number < pages ? link(path, number + 1) : null)
                .put("first", link(path, 1))
                .put("last", link(path, pages))
                .put("meta", new JsonObject().put("pages", pages).put("count", count));
    }

    private String link(String path, int page) {
        return path + "?page[number]=" + page + "&page[size]=" + size;
    }

    private static Optional<Integer> integer(ApiRequest request, String name, int most) {
        return request.query(name).map(text -> {
            if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
                throw ApiError.badRequest("must be a number from 1 to " + most, ApiError.Source.parameter(name));
            }
            return Integer.valueOf(text);
        });
    }
}
