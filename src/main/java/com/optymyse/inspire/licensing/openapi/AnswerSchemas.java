package com.optymyse.inspire.licensing.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the API description, while the service is built, which fields of an answer are always there and which can
 * be null. The records know: what is not {@link Nullable} is never null, and a null is written too unless {@link
 * JsonInclude} says otherwise. Callers may rely on it, and a field that goes is then noticed as a break of the API. What else
 * schemas need follows, see {@link ClosedSets}, {@link OpenSets} and {@link ValueSchemas}.
 *
 * <p>It runs before {@link ProblemResponses}, whose schemas are complete: Quarkus has no fixed order for filters of one priority.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class AnswerSchemas implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName JSON_PROPERTY = DotName.createSimple(JsonProperty.class);
    private static final DotName JSON_INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName JSON_ANY_GETTER = DotName.createSimple(JsonAnyGetter.class);

    private final List<ClassInfo> records;
    private final Set<String> nullableArguments;

    /** Called by the build with the index of the service's classes. */
    public AnswerSchemas(IndexView index) {
        this.records =
                index.getKnownClasses().stream().filter(ClassInfo::isRecord).toList();
        this.nullableArguments = records.stream()
                .flatMap(type -> type.recordComponents().stream())
                .flatMap(AnswerSchemas::nullableArguments)
                .collect(Collectors.toSet());
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Set<String> requests = RequestSchemas.names(document);
        PlainTypes.writeOut(document);
        document.getComponents()
                .getSchemas()
                .forEach((name, schema) -> records.stream()
                        .filter(type -> isOf(schema, name, type))
                        .findFirst()
                        .ifPresent(type -> complete(name, schema, type, !requests.contains(name))));
        leaveAlternativesAlone(document);
        ValueSchemas.describe(document);
        ClosedSets.writeInto(document);
        OpenSets.writeInto(document);
    }

    /**
     * Removes everything from a schema of alternatives but the alternatives. It has the fields of its record otherwise, and
     * generators of clients would then make a type of all of them together.
     */
    private static void leaveAlternativesAlone(OpenAPI document) {
        document.getComponents().getSchemas().values().stream()
                .filter(schema -> schema.getDiscriminator() != null)
                .forEach(schema -> schema.properties(null).type(null));
    }

    /** {@code ChangeString.0} for a component of the type {@code Change<@Nullable String>}: schema, and position of the type. */
    private static Stream<String> nullableArguments(RecordComponentInfo component) {
        if (component.type().kind() != Type.Kind.PARAMETERIZED_TYPE) {
            return Stream.empty();
        }
        List<Type> arguments = component.type().asParameterizedType().arguments();
        String schema = component.type().name().withoutPackagePrefix().replaceAll(".*\\$", "")
                + arguments.stream()
                        .map(argument -> argument.name().withoutPackagePrefix())
                        .collect(Collectors.joining());
        return IntStream.range(0, arguments.size())
                .filter(position -> arguments.get(position).hasAnnotation(NULLABLE))
                .mapToObj(position -> schema + "." + position);
    }

    /** A schema has the name of its record. For a generic record, the names of the type arguments follow. */
    private static boolean isOf(Schema schema, String name, ClassInfo type) {
        boolean sameName =
                type.typeParameters().isEmpty() ? name.equals(type.simpleName()) : name.startsWith(type.simpleName());
        Set<String> fields =
                fields(type.recordComponents()).map(AnswerSchemas::jsonName).collect(Collectors.toSet());
        return sameName
                && schema.getProperties() != null
                && schema.getProperties().keySet().containsAll(fields);
    }

    /** The components that are a field each; the others hold fields whose names only an answer knows. */
    private static Stream<RecordComponentInfo> fields(List<RecordComponentInfo> components) {
        return components.stream().filter(component -> !component.field().hasDeclaredAnnotation(JSON_ANY_GETTER));
    }

    /** @param isAnswer whether this is the schema of an answer, whose fields are always there; the resources check a request's fields */
    private void complete(String name, Schema schema, ClassInfo type, boolean isAnswer) {
        Map<String, Schema> properties = new LinkedHashMap<>(schema.getProperties());
        fields(type.recordComponentsInDeclarationOrder())
                .filter(component -> !isLeftOut(component))
                .forEach(component -> {
                    String field = jsonName(component);
                    if (isAnswer) {
                        schema.addRequired(field);
                    }
                    if (component.type().hasAnnotation(NULLABLE) || isNullableArgument(name, type, component)) {
                        properties.computeIfPresent(field, (same, property) -> orNull(property));
                    }
                });
        schema.setProperties(properties);
    }

    private boolean isNullableArgument(String schema, ClassInfo type, RecordComponentInfo component) {
        return component.type().kind() == Type.Kind.TYPE_VARIABLE
                && IntStream.range(0, type.typeParameters().size())
                        .filter(position -> type.typeParameters()
                                .get(position)
                                .identifier()
                                .equals(component.type().asTypeVariable().identifier()))
                        .anyMatch(position -> nullableArguments.contains(schema + "." + position));
    }

    private static Schema orNull(Schema schema) {
        return schema.getRef() == null ? schema.addType(SchemaType.NULL) : NullableReferences.orNull(schema);
    }

    private static boolean isLeftOut(RecordComponentInfo component) {
        boolean onlyIfThere = component.declaringClass().hasDeclaredAnnotation(JSON_INCLUDE);
        return component.field().hasDeclaredAnnotation(JSON_INCLUDE)
                || (onlyIfThere && component.type().hasAnnotation(NULLABLE));
    }

    private static String jsonName(RecordComponentInfo component) {
        AnnotationInstance property = component.field().declaredAnnotation(JSON_PROPERTY);
        return property == null || property.value() == null
                ? component.name()
                : property.value().asString();
    }
}
