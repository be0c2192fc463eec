package com.optymyse.inspire.licensing.fuzzing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The stored description of the API. */
final class Description {

    static final String STORED = "openapi/openapi.yaml";

    private final List<Described> operations = read(true).getPaths().entrySet().stream()
            .flatMap(path -> path.getValue().readOperationsMap().entrySet().stream()
                    .map(operation -> new Described(path.getKey(), operation.getKey(), operation.getValue())))
            .toList();
    private final OpenApiInteractionValidator validator =
            OpenApiInteractionValidator.createFor(withNulls(read(false))).build();

    List<Described> operations() {
        return operations;
    }

    /** What is wrong with an answer, by the description of the operation that gave it. */
    Stream<String> complaints(Described operation, Answer answer) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        if (!answer.mediaType().isEmpty()) {
            response.withContentType(answer.mediaType());
        }
        if (answer.isStream()) {
            response.withBody("its beginning");
        } else if (!answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        return validator
                .validateResponse(
                        operation.path(),
                        Request.Method.valueOf(operation.method().name()),
                        response.build())
                .getMessages()
                .stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(ValidationReport.Message::getMessage);
    }

    private static OpenAPI read(boolean resolved) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(resolved);
        return new OpenAPIV3Parser().read(STORED, null, options);
    }

    /** Says "nullable, and all of X" as everybody means it; the validator takes it for "X, which can't be null". */
    private static OpenAPI withNulls(OpenAPI document) {
        document.getComponents().getSchemas().values().stream()
                .map(Description::properties)
                .flatMap(properties -> properties.values().stream())
                .filter(property -> Boolean.TRUE.equals(property.getNullable()) && property.getAllOf() != null)
                .forEach(Description::orNull);
        return document;
    }

    private static void orNull(Schema<?> property) {
        Schema<?> nothing = new ObjectSchema().nullable(true).maxProperties(0).additionalProperties(false);
        property.setAnyOf(List.of(property.getAllOf().getFirst(), nothing));
        property.setAllOf(null);
        property.setNullable(null);
    }

    @SuppressWarnings("unchecked") // The model has raw types.
    private static Map<String, Schema<?>> properties(Schema<?> schema) {
        return (Map<String, Schema<?>>) (Map<String, ?>) Objects.requireNonNullElse(schema.getProperties(), Map.of());
    }
}
