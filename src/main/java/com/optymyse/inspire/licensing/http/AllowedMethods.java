package com.optymyse.inspire.licensing.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The methods that an address takes, which RFC 9110 wants in the {@code Allow} header. Quarkus REST tells them for a whole
 * resource class only, so the annotations of the resources are read here.
 */
@Singleton
class AllowedMethods {

    private final List<Route> routes;
    private final RoutingContext request;

    /** An address, whatever its parameters are, and a method that it takes. */
    private record Route(Pattern address, String method) {}

    /** @param request stands for whichever request is being answered */
    @Inject
    AllowedMethods(BeanManager beans, RoutingContext request) {
        this(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream().map(Bean::getBeanClass), request);
    }

    /** @param classes those that are no resources are left out */
    AllowedMethods(Stream<Class<?>> classes, RoutingContext request) {
        this.routes = classes.filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(AllowedMethods::routes)
                .toList();
        this.request = request;
    }

    /** The methods of the address of the present request; empty where no resource has it. */
    Set<String> here() {
        return at(request.normalizedPath());
    }

    /** @param path normalized; what stands behind a semicolon in a segment is no part of the address */
    Set<String> at(String path) {
        String address = path.replaceAll(";[^/]*", "");
        Set<String> methods = routes.stream()
                .filter(route -> route.address().matcher(address).matches())
                .map(Route::method)
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        if (!methods.isEmpty()) {
            methods.add(HttpMethod.OPTIONS);
        }
        return methods;
    }

    private static Stream<Route> routes(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new Route(address(method), verb.value()));
    }

    /** A parameter is one segment of the path. */
    private static Pattern address(Method method) {
        return Pattern.compile(
                Stream.of(method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class))
                        .filter(path -> path != null)
                        .flatMap(path -> Arrays.stream(path.value().split("/")))
                        .filter(segment -> !segment.isEmpty())
                        .map(AllowedMethods::pattern)
                        .collect(Collectors.joining("", "", "/?")));
    }

    private static String pattern(String segment) {
        if (segment.matches("\\{\\w+}")) {
            return "/[^/]+";
        }
        if (segment.contains("{")) {
            throw new IllegalStateException(
                    "A parameter is a whole segment of a path here, and has no pattern: " + segment);
        }
        return "/" + Pattern.quote(segment);
    }
}
