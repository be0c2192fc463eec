package com.optymyse.inspire.licensing.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedMethodsTest {

    private static final Path SOURCES = Path.of("src/main/java");

    private static final RoutingContext NO_REQUEST = (RoutingContext) Proxy.newProxyInstance(
            AllowedMethodsTest.class.getClassLoader(), new Class<?>[] {RoutingContext.class}, (proxy, method, args) -> {
                throw new AssertionError("There is no request.");
            });

    private final AllowedMethods allowed = new AllowedMethods(resources().stream(), NO_REQUEST);

    static Set<Map.Entry<String, PathItem>> paths() {
        return new OpenAPIV3Parser().read("openapi/openapi.yaml").getPaths().entrySet();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void at_eachPathOfTheDescription_hasItsMethods(Map.Entry<String, PathItem> path) {
        Set<HttpMethod> described = path.getValue().readOperationsMap().keySet();

        Set<String> methods = allowed.at(path.getKey().replaceAll("\\{[^}]+}", "any.th-ing%2F"));

        assertThat(described).isNotEmpty();
        assertThat(methods).containsExactlyElementsOf(withTheUsual(described));
    }

    /** Quarkus REST takes these for the same address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/license/activate",
                "/license/activate/",
                "/license/activate;now=yes",
                "/license;now=yes/activate"
            })
    void at_otherSpellings_hasTheMethodsOfTheAddress(String path) {
        assertThat(allowed.at(path)).containsExactly("OPTIONS", "POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/",
                "/problems/a/b",
                "/problems.css",
                "/license/releases",
                "/license/releases//retry",
                "/licenses",
                "/ofrep/v1/evaluate/flags/a/b"
            })
    void at_noResource_empty(String path) {
        assertThat(allowed.at(path)).isEmpty();
    }

    private static Set<String> withTheUsual(Set<HttpMethod> described) {
        Stream<String> usual = described.contains(HttpMethod.GET) ? Stream.of("HEAD", "OPTIONS") : Stream.of("OPTIONS");
        return Stream.concat(described.stream().map(HttpMethod::name), usual)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Class<?>> resources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.map(file -> SOURCES.relativize(file).toString())
                    .filter(file -> file.endsWith("Resource.java"))
                    .map(file -> file.replace(".java", "").replace('/', '.'))
                    .<Class<?>>map(AllowedMethodsTest::type)
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException absent) {
            throw new AssertionError(absent);
        }
    }
}
