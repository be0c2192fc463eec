package com.optymyse.inspire.licensing.problem;

import com.optymyse.inspire.licensing.license.Refusal;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says in a sentence which constraint a request violates. */
final class Violation {

    private Violation() {}

    /** The refusal for the first field, by name, that a caller sent wrong; none when it is the service's own mistake. */
    static Optional<Refusal> refusal(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .filter(Violation::isAboutTheRequest)
                .min(Comparator.comparing(Violation::field))
                .map(violation -> Refusal.invalid(
                        field(violation), FieldName.sentence(field(violation), violation.getMessage())));
    }

    private static boolean isAboutTheRequest(ConstraintViolation<?> violation) {
        List<Path.Node> path = path(violation);
        return path.size() > 1
                && path.get(0).getKind() == ElementKind.METHOD
                && path.get(1).getKind() == ElementKind.PARAMETER;
    }

    /** The parameter's name, or the path inside it where it is a body. */
    private static String field(ConstraintViolation<?> violation) {
        List<Path.Node> path = path(violation);
        List<String> names = path.stream()
                .skip(path.size() > 2 ? 2 : 1)
                .map(Path.Node::toString)
                .toList();
        return String.join(".", names);
    }

    private static List<Path.Node> path(ConstraintViolation<?> violation) {
        List<Path.Node> path = new ArrayList<>();
        violation.getPropertyPath().forEach(path::add);
        return path;
    }
}
