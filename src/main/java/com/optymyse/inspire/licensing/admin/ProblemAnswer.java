package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.license.LicensingProblem;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A problem that an admin should look at. It refuses nothing. */
@Schema(description = "A problem that an admin should look at. It refuses nothing.")
public record ProblemAnswer(
        @Schema(
                description = "The stable code of the problem; the page /problems/{code} has cause and fix",
                examples = "limit-missing")
        String code,

        @Schema(description = "The problem, in full sentences")
        String detail,

        @Schema(description = "The facts in the detail by name: texts, numbers, booleans, and times in ISO 8601")
        Map<String, Object> values) {

    static ProblemAnswer of(LicensingProblem problem) {
        return new ProblemAnswer(problem.code().code(), problem.detail(), problem.values());
    }

    static List<ProblemAnswer> all(List<LicensingProblem> problems) {
        return problems.stream().map(ProblemAnswer::of).toList();
    }
}
