package com.optymyse.inspire.licensing.openapi;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.problem.OfrepError;
import com.optymyse.inspire.licensing.problem.ProblemType;
import com.optymyse.inspire.licensing.problem.ProblemTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes into the API description what the errors of OFREP's operations look like, and those that each of them may have. */
final class OfrepResponses {

    /** The name of the schema of all errors. */
    static final String SCHEMA = "OfrepError";

    private static final String FIRST_ERROR = "400";

    /** The statuses of what is over after a while. */
    private static final List<String> FOR_A_WHILE = List.of("429", "503");

    private OfrepResponses() {}

    /** Completes the errors of an operation, and tells the form of all. */
    static void describe(Operation operation) {
        codes(operation)
                .map(ProblemTypes::of)
                .forEach(type ->
                        operation.getResponses().addAPIResponse(String.valueOf(type.httpStatus()), response(type)));
        operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(response -> response.getKey().compareTo(FIRST_ERROR) >= 0)
                .map(response -> response.getValue().getContent())
                .filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .forEach(body -> body.setSchema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA)));
        FOR_A_WHILE.stream()
                .map(operation.getResponses()::getAPIResponse)
                .filter(Objects::nonNull)
                .forEach(ProblemResponses::sayingWhenToTryAgain);
    }

    private static Stream<RefusalCode> codes(Operation operation) {
        Stream<RefusalCode> ofAll = Stream.of(RefusalCode.HEADERS_TOO_LARGE, RefusalCode.INTERNAL_ERROR);
        return operation.getRequestBody() == null
                ? ofAll
                : Stream.concat(Stream.of(RefusalCode.REQUEST_TIMEOUT), ofAll);
    }

    private static APIResponse response(ProblemType type) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("errorCode", OfrepError.OTHER);
        error.put("errorDetails", type.cause());
        error.put("metadata", Map.of());
        MediaType body = OASFactory.createMediaType()
                .addExample("error", OASFactory.createExample().value(error));
        return OASFactory.createAPIResponse()
                .description(type.title())
                .content(OASFactory.createContent().addMediaType(OfrepError.MEDIA_TYPE, body));
    }

    static Schema schema() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("Why flags were not evaluated, as in OFREP 0.3.0.")
                .required(List.of("errorCode", "errorDetails", "metadata"))
                .addProperty("key", text("The flag that was asked for; absent where all were"))
                .addProperty("errorCode", text("What kind of error it is").enumeration(List.copyOf(OfrepError.CODES)))
                .addProperty("errorDetails", text("What is wrong with this request"))
                .addProperty(
                        "metadata",
                        OASFactory.createSchema().addType(SchemaType.OBJECT).description("Always empty"));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
