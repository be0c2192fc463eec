package com.optymyse.inspire.licensing.entitlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.EntitlementCodes;
import com.optymyse.inspire.licensing.license.Limits;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The codes that an entitlement of a license may have as well, which is then told as a problem. */
class EntitlementAddressesTest {

    private static final String FOLDER = "/entitlements/";

    @Test
    void paths_underEntitlements_areNamedAsAmbiguous() {
        assertThat(paths().filter(path -> path.startsWith(FOLDER) && !path.contains("{")))
                .map(path -> path.substring(FOLDER.length()))
                .containsExactlyInAnyOrderElementsOf(EntitlementCodes.PATHS);
    }

    @Test
    void flags_withoutAnyEntitlement_areNamedAsAmbiguous() {
        EntitlementsAnswer nothing = new EntitlementsAnswer(false, "unlicensed", 1, List.of(), Limits.NONE);

        assertThat(Evaluation.all(nothing))
                .extracting(Evaluation::key)
                .containsExactlyInAnyOrderElementsOf(EntitlementCodes.FLAGS);
    }

    private static Stream<String> paths() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("com.optymyse.inspire.licensing")
                        .stream()
                        .filter(resource -> resource.isAnnotatedWith(Path.class) && !resource.isInterface())
                        .flatMap(EntitlementAddressesTest::paths);
    }

    private static Stream<String> paths(JavaClass resource) {
        String root = resource.getAnnotationOfType(Path.class).value();
        return Stream.concat(
                        Stream.of(root),
                        resource.getMethods().stream()
                                .filter(method -> method.isAnnotatedWith(Path.class))
                                .map(method -> root + "/"
                                        + method.getAnnotationOfType(Path.class).value()))
                .map(path -> path.replaceAll("/+", "/"));
    }
}
