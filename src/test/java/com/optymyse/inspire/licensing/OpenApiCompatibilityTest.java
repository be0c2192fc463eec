package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.MarkdownRender;

/** Who was built against a released API goes on working with the present one. */
class OpenApiCompatibilityTest {

    private static final Path PRESENT = Path.of("openapi/openapi.yaml");
    private static final Path RELEASED = Path.of("openapi/released");

    private static final String EXAMPLE = """
            openapi: 3.0.3
            info: {title: Things, version: "1"}
            paths:
              /things:
                get:
                  responses:
                    "200":
                      description: All
                      content: {application/json: {schema: {$ref: "#/components/schemas/Answer"}}}
                post:
                  requestBody:
                    content: {application/json: {schema: {$ref: "#/components/schemas/Request"}}}
                  responses:
                    "200": {description: Made}
            components:
              schemas:
                Answer:
                  type: object
                  required: [name, size]
                  properties:
                    name: {type: string}
                    size: {type: integer}
                Request:
                  type: object
                  required: [key]
                  properties:
                    key: {type: string}
                    kind: {type: string, enum: [online, offline]}
            """;

    @TestFactory
    List<DynamicTest> present_everyReleased_compatible() throws IOException {
        if (!Files.isDirectory(RELEASED)) {
            return List.of();
        }
        String present = Files.readString(PRESENT);
        try (Stream<Path> released = Files.list(RELEASED)) {
            return released.sorted()
                    .map(file -> dynamicTest(file.getFileName().toString(), () -> isCompatible(file, present)))
                    .toList();
        }
    }

    /** The check can fail, in each way that matters; and it reads the version of OpenAPI that we write. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            operation gone            | post:                           | put:
            address gone              | /things:                        | /items:
            field gone from an answer | name: {type: string}            | title: {type: string}
            field no longer certain   | required: [name, size]          | required: [name]
            other type in an answer   | size: {type: integer}           | size: {type: string}
            field newly required      | required: [key]                 | required: [key, kind]
            other type in a request   | key: {type: string}             | key: {type: integer}
            value no longer taken     | enum: [online, offline]         | enum: [online]
            status gone               | "200": {description: Made}      | "201": {description: Made}
            """)
    void compare_breakingChange_incompatible(String name, String before, String after) {
        assertThat(EXAMPLE).contains(before);

        ChangedOpenApi change = OpenApiCompare.fromContents(EXAMPLE, EXAMPLE.replace(before, after));

        assertThat(change.isCompatible()).as(name).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing                  | info                            | info
            further field            | size: {type: integer}           | size: {type: integer}, more: {type: string}
            further optional field   | kind: {type: string,            | sort: {type: string}, kind: {type: string,
            no longer required       | required: [key]                 | required: []
            further text             | description: All                | description: All things
            """)
    void compare_harmlessChange_compatible(String name, String before, String after) {
        String changed = EXAMPLE.replace(before, after).replace("}, ", "}\n        ");

        assertThat(OpenApiCompare.fromContents(EXAMPLE, changed).isCompatible())
                .as(name)
                .isTrue();
    }

    private static void isCompatible(Path released, String present) throws IOException {
        ChangedOpenApi change = OpenApiCompare.fromContents(Files.readString(released), present);

        assertThat(change.isCompatible()).as(() -> rendered(change)).isTrue();
    }

    private static String rendered(ChangedOpenApi change) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new MarkdownRender().render(change, new OutputStreamWriter(text, StandardCharsets.UTF_8));
        return "The API breaks what was built against " + text.toString(StandardCharsets.UTF_8);
    }
}
