package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.license.LicensingProblem;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something to look at, although nothing was refused. */
@Schema(description = "What an admin should look at, although nothing was refused.")
public record ProblemAnswer(
        @Schema(description = "The stable code; /problems/{code} tells cause and fix", examples = "limit-missing")
        String code,

        @Schema(description = "What is so, in full sentences")
        String detail,

        @Schema(description = "The facts in the detail by name: texts, numbers and flags; times in ISO 8601")
        Map<String, Object> values) {

    static ProblemAnswer of(LicensingProblem problem) {
        return new ProblemAnswer(problem.code().code(), problem.detail(), problem.values());
    }

    static List<ProblemAnswer> all(List<LicensingProblem> problems) {
        return problems.stream().map(ProblemAnswer::of).toList();
    }
}
