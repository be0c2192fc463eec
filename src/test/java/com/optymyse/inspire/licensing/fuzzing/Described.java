package com.optymyse.inspire.licensing.fuzzing;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An operation that the API's description has: a method of a path, with what may be sent to it. */
record Described(String path, HttpMethod method, Operation operation) {

    /** The names of its parameters of a kind: {@code path}, {@code query} or {@code header}. */
    List<String> parameters(String kind) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of()).stream()
                .filter(parameter -> parameter.getIn().equals(kind))
                .map(Parameter::getName)
                .toList();
    }

    /** The names of the fields of the JSON that it takes; none when it takes no body. */
    Set<String> fields() {
        return Optional.ofNullable(operation.getRequestBody())
                .map(RequestBody::getContent)
                .map(content -> content.get("application/json"))
                .<Schema<?>>map(MediaType::getSchema)
                .map(Described::fields)
                .orElse(Set.of());
    }

    /** Those of the schema, or of all its alternatives together. */
    private static Set<String> fields(Schema<?> schema) {
        List<Schema<?>> all = new ArrayList<>(List.of(schema));
        Stream.ofNullable(schema.getOneOf()).flatMap(List::stream).forEach(all::add);
        Set<String> fields = new LinkedHashSet<>();
        for (Schema<?> one : all) {
            Optional.ofNullable(one.getProperties()).map(Map::keySet).ifPresent(fields::addAll);
        }
        return fields;
    }

    /** The data of the event that shows what its stream sends. */
    String exampleEvent() {
        return operation.getResponses().get("200").getContent().get("text/event-stream").getExamples().values().stream()
                .flatMap(example -> String.valueOf(example.getValue()).lines())
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring("data: ".length()))
                .findFirst()
                .orElseThrow();
    }

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }
}
