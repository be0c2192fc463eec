package com.optymyse.inspire.licensing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.Verdict;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Verdicts are types and not values of an enum, so that nothing else notices one that the description does not name. */
class OpenSetsTest {

    @Test
    void outcomes_ofRevalidation_nameEachVerdictButTheServersOwnCodes() {
        Schema<?> revalidations = new OpenAPIV3Parser()
                .read("openapi/openapi.yaml")
                .getComponents()
                .getSchemas()
                .get("Revalidations");
        String meaning = revalidations.getProperties().get("outcome").getDescription();

        assertThat(records(Verdict.class)
                        .filter(type -> type != Verdict.Refused.class)
                        .map(OpenSetsTest::word))
                .hasSize(5)
                .allSatisfy(word -> assertThat(meaning).contains("`" + word + "`"));
    }

    private static Stream<Class<?>> records(Class<?> verdicts) {
        return verdicts.isRecord()
                ? Stream.of(verdicts)
                : Arrays.stream(verdicts.getPermittedSubclasses()).flatMap(OpenSetsTest::records);
    }

    private static String word(Class<?> verdict) {
        return verdict.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
