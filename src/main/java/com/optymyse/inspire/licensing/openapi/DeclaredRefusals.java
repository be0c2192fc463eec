package com.optymyse.inspire.licensing.openapi;

import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Refuses;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Reads from the annotations of the resources which refusals their operations declare, by token, role or name. */
final class DeclaredRefusals {

    private static final Set<DotName> METHODS = names(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);
    private static final DotName PERMIT_ALL = DotName.createSimple(PermitAll.class);
    private static final DotName ROLES_ALLOWED = DotName.createSimple(RolesAllowed.class);
    private static final Set<DotName> ACCESS = names(PermitAll.class, RolesAllowed.class, Authenticated.class);
    private static final DotName REFUSES = DotName.createSimple(Refuses.class);
    private static final DotName OPERATION = DotName.createSimple(Operation.class);

    private DeclaredRefusals() {}

    /** The refusals of each operation by its id: that of its {@link Operation}, else the name of its method. */
    static Map<String, Set<RefusalCode>> byOperationId(IndexView index) {
        return operations(index)
                .collect(Collectors.groupingBy(
                        DeclaredRefusals::operationId,
                        Collectors.flatMapping(method -> refusals(method, index).stream(), Collectors.toSet())));
    }

    private static Stream<MethodInfo> operations(IndexView index) {
        return index.getAnnotations(Path.class).stream()
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
                .map(AnnotationTarget::asClass)
                // An interface is a client of somebody else's operations.
                .filter(resource -> !resource.isInterface())
                .flatMap(resource -> resource.methods().stream())
                .filter(method -> METHODS.stream().anyMatch(method::hasDeclaredAnnotation))
                .filter(method -> !isHidden(method));
    }

    private static boolean isHidden(MethodInfo method) {
        AnnotationInstance operation = method.declaredAnnotation(OPERATION);
        AnnotationValue hidden = operation == null ? null : operation.value("hidden");
        return hidden != null && hidden.asBoolean();
    }

    private static String operationId(MethodInfo method) {
        AnnotationInstance operation = method.declaredAnnotation(OPERATION);
        AnnotationValue id = operation == null ? null : operation.value("operationId");
        return id == null ? method.name() : id.asString();
    }

    private static Set<RefusalCode> refusals(MethodInfo method, IndexView index) {
        Set<RefusalCode> refusals = EnumSet.noneOf(RefusalCode.class);
        Stream.concat(Stream.of(method, method.declaringClass()), annotations(method, index))
                .filter(target -> target.hasDeclaredAnnotation(REFUSES))
                .flatMap(target ->
                        Arrays.stream(target.declaredAnnotation(REFUSES).value().asEnumArray()))
                .map(RefusalCode::valueOf)
                .forEach(refusals::add);
        AnnotationTarget access =
                ACCESS.stream().anyMatch(method::hasDeclaredAnnotation) ? method : method.declaringClass();
        if (!access.hasDeclaredAnnotation(PERMIT_ALL)) {
            refusals.add(RefusalCode.UNAUTHORIZED);
            refusals.add(RefusalCode.IDENTITY_PROVIDER_UNREACHABLE);
        }
        if (access.hasDeclaredAnnotation(ROLES_ALLOWED)) {
            refusals.add(RefusalCode.FORBIDDEN);
        }
        return refusals;
    }

    /** The types of a method's annotations, because one may declare the refusals of several operations. */
    private static Stream<ClassInfo> annotations(MethodInfo method, IndexView index) {
        return method.declaredAnnotations().stream()
                .map(annotation -> index.getClassByName(annotation.name()))
                .filter(Objects::nonNull);
    }

    private static Set<DotName> names(Class<?>... annotations) {
        return Set.copyOf(Arrays.stream(annotations).map(DotName::createSimple).toList());
    }
}
