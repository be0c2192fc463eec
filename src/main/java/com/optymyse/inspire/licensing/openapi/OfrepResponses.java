package com.optymyse.inspire.licensing.openapi;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.problem.OfrepError;
import com.optymyse.inspire.licensing.problem.ProblemTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes into the API description the errors that each of OFREP's operations may have, and their form. */
final class OfrepResponses {

    /** The name of the schema of all errors. */
    static final String SCHEMA = "OfrepError";

    /** The status of what is answered when all is well. */
    static final String GOOD = "200";

    /** The statuses of temporary failures. */
    private static final Set<String> FOR_A_WHILE = Set.of("429", "503");

    private static final ErrorResponse UNACCEPTABLE = error(
            "406",
            "The requested format is not available",
            "None of the formats that the Accept header names is available.");
    private static final String IS_STARTING = "The service is starting and has not read its state yet.";

    private static final List<ErrorResponse> OF_ONE_FLAG = List.of(
            new ErrorResponse(
                    "400",
                    "The service can't read the body, or its context is larger than 64 kB",
                    new OfrepError(
                            null,
                            OfrepError.UNREADABLE,
                            "The body is not valid JSON, or names a field twice.",
                            Map.of())),
            error("401", "No valid token", "The request has no valid access token."),
            new ErrorResponse(
                    "404",
                    "There is no such flag",
                    new OfrepError(
                            "SSO",
                            OfrepError.NO_FLAG,
                            "There is no such flag: Inspire does not know it, and the license does not include it.",
                            Map.of())),
            UNACCEPTABLE,
            error("413", "The body is too large", "The request's body is larger than 3 MB."),
            error(
                    "415",
                    "The body is not JSON",
                    "The request's body has another format than application/json, which is the only one that is read."),
            error(
                    "503",
                    "Starting, or the token can't be checked at the moment; Retry-After has the seconds to wait",
                    IS_STARTING));

    private static final List<ErrorResponse> OF_ALL_FLAGS =
            OF_ONE_FLAG.stream().filter(error -> error.example().key() == null).toList();

    private static final List<ErrorResponse> OF_EVENTS = List.of(
            error(
                    "401",
                    "The capability is invalid or has expired",
                    "The address is no longer good: evaluate all flags to get a new one."),
            error(
                    "429",
                    "Too many clients listen already; Retry-After has the seconds to wait",
                    "Too many clients listen for changes already. Try again later."),
            UNACCEPTABLE,
            error("503", "Starting or stopping; Retry-After has the seconds to wait", IS_STARTING));

    /** One error that an operation may have. */
    private record ErrorResponse(String status, String description, OfrepError example) {

        APIResponse response() {
            Map<String, Object> error = new LinkedHashMap<>();
            if (example.key() != null) {
                error.put("key", example.key());
            }
            error.put("errorCode", example.errorCode());
            error.put("errorDetails", example.errorDetails());
            error.put("metadata", example.metadata());
            MediaType body = OASFactory.createMediaType()
                    .addExample("error", OASFactory.createExample().value(error))
                    .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA));
            APIResponse response = OASFactory.createAPIResponse()
                    .description(description)
                    .content(OASFactory.createContent().addMediaType(OfrepError.MEDIA_TYPE, body));
            return FOR_A_WHILE.contains(status) ? ProblemResponses.sayingWhenToTryAgain(response) : response;
        }
    }

    private OfrepResponses() {}

    /** Adds the errors that an operation may have, behind what it answers when all is well. */
    static void describe(Operation operation) {
        Map<String, APIResponse> present = operation.getResponses().getAPIResponses();
        Map<String, APIResponse> all = new LinkedHashMap<>();
        all.put(GOOD, present.get(GOOD));
        ofItsOwn(operation).forEach(error -> all.put(error.status(), error.response()));
        present.forEach(all::putIfAbsent);
        ofAll(operation).forEach(error -> all.put(error.status(), error.response()));
        operation.getResponses().setAPIResponses(all);
    }

    private static List<ErrorResponse> ofItsOwn(Operation operation) {
        if (operation.getRequestBody() == null) {
            return OF_EVENTS;
        }
        return isOfOneFlag(operation) ? OF_ONE_FLAG : OF_ALL_FLAGS;
    }

    static boolean isOfOneFlag(Operation operation) {
        return Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH);
    }

    private static Stream<ErrorResponse> ofAll(Operation operation) {
        Stream<RefusalCode> codes = Stream.of(RefusalCode.HEADERS_TOO_LARGE, RefusalCode.INTERNAL_ERROR);
        return (operation.getRequestBody() == null
                        ? codes
                        : Stream.concat(Stream.of(RefusalCode.REQUEST_TIMEOUT), codes))
                .map(ProblemTypes::of)
                .map(type -> error(String.valueOf(type.httpStatus()), type.title(), type.cause()));
    }

    private static ErrorResponse error(String status, String description, String details) {
        return new ErrorResponse(status, description, new OfrepError(null, OfrepError.OTHER, details, Map.of()));
    }

    /** What events carry. A stream of OpenAPI 3.0 can't refer to it, so its operation names it. */
    static Schema notification() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("The data of an event for OFREP clients: evaluate all flags again.")
                .required(List.of("type", "etag"))
                .addProperty(
                        "type",
                        ProblemResponses.text("The action for the client").enumeration(List.of("refetchEvaluation")))
                .addProperty(
                        "etag", ProblemResponses.text("The ETag of the new answer for all flags, with its quotes"));
    }

    static Schema schema() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("An error of an evaluation, in the form of OFREP 0.3.0.")
                .required(List.of("errorCode", "errorDetails", "metadata"))
                .addProperty("key", ProblemResponses.text("The requested flag; absent if all flags were requested"))
                .addProperty(
                        "errorCode",
                        ProblemResponses.text("The kind of error").enumeration(List.copyOf(OfrepError.CODES)))
                .addProperty(
                        "errorDetails",
                        ProblemResponses.text("The fault of this request, and advice for the calling program"))
                .addProperty(
                        "metadata",
                        OASFactory.createSchema().addType(SchemaType.OBJECT).description("Always empty"));
    }
}
