package com.optymyse.inspire.licensing.sandbox.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call that the API refuses, with one or more errors as the licensing server documents them. */
final class ApiError extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String DOCUMENTS = "https://sandbox.inspire.example/docs/api/";
    private static final String AUTHENTICATION = "authentication/#license-authentication";

    private final int status;
    private final boolean signed;
    private final transient List<Detail> details;

    private ApiError(int status, boolean signed, List<Detail> details) {
        super(details.toString(), null, false, false);
        this.status = status;
        this.signed = signed;
        this.details = details;
    }

    /**
     * One error.
     *
     * @param code null where the server gives none
     * @param source what the error points at: pointer, parameter or header; null where the server gives none
     * @param about the place in the server's documents that it links to, null where the server gives none
     */
    record Detail(
            String text,
            @Nullable String code,
            @Nullable Source source,
            @Nullable String about) {

        Detail(String text, @Nullable String code, @Nullable Source source) {
            this(text, code, source, null);
        }
    }

    /** The place of an error in the request. */
    record Source(String kind, String place) {

        static Source pointer(String place) {
            return new Source("pointer", place);
        }

        static Source parameter(String place) {
            return new Source("parameter", place);
        }

        static Source header(String place) {
            return new Source("header", place);
        }
    }

    static ApiError badRequest(String text, Source source) {
        return of(400, new Detail(text, null, source));
    }

    static ApiError badRequest(String text, String code, Source source) {
        return of(400, new Detail(text, code, source));
    }

    /** A request that the server's front refuses before it looks at the account: without signature. */
    static ApiError unsigned(int status, String text, @Nullable String code) {
        return new ApiError(status, false, List.of(new Detail(text, code, null)));
    }

    static ApiError unauthorized(String code, String text) {
        return of(401, new Detail(text, code, null, AUTHENTICATION));
    }

    static ApiError forbidden(@Nullable String code, String text) {
        return of(403, new Detail(text, code, null));
    }

    /** A credential that is right and yet of a kind that may not be used. */
    static ApiError notAllowed(String code, String text) {
        return of(403, new Detail(text, code, null, AUTHENTICATION));
    }

    static ApiError notFound() {
        return of(404, new Detail("The requested resource was not found", "NOT_FOUND", null));
    }

    static ApiError unprocessable(Detail detail) {
        return unprocessable(List.of(detail));
    }

    static ApiError unprocessable(List<Detail> details) {
        return new ApiError(422, true, List.copyOf(details));
    }

    Answer answer() {
        JsonArray errors = new JsonArray();
        details.forEach(detail -> errors.add(document(detail)));
        String id = UUID.randomUUID().toString();
        JsonObject body = new JsonObject();
        if (signed) {
            body.put("meta", new JsonObject().put("id", id));
        }
        return new Answer(status, body.put("errors", errors), Map.of(Answer.REQUEST_ID, id), signed);
    }

    private static ApiError of(int status, Detail detail) {
        return new ApiError(status, true, List.of(detail));
    }

    private JsonObject document(Detail detail) {
        JsonObject error = new JsonObject().put("title", title()).put("detail", detail.text());
        if (detail.code() != null) {
            error.put("code", detail.code());
        }
        if (detail.source() != null) {
            error.put(
                    "source",
                    new JsonObject().put(detail.source().kind(), detail.source().place()));
        }
        if (detail.about() != null) {
            error.put("links", new JsonObject().put("about", DOCUMENTS + detail.about()));
        }
        return error;
    }

    private String title() {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Unauthorized";
            case 403 -> "Access denied";
            case 404 -> "Not found";
            case 422 -> "Unprocessable resource";
            case 429 -> "Too many requests";
            case 503 -> "Service unavailable";
            default -> "Internal server error";
        };
    }
}
