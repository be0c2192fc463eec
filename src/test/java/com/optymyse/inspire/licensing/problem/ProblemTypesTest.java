package com.optymyse.inspire.licensing.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.WordsOfPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTypesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    @Test
    void all_everyCode_oneRow() {
        assertThat(ProblemTypes.all())
                .extracting(ProblemType::code)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RefusalCode.values())
                        .map(RefusalCode::code)
                        .toList());
        assertThat(LicensingProblemTypes.all())
                .extracting(ProblemType::code)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::code)
                        .toList());
    }

    /** Both kinds have their pages at the same addresses. */
    @Test
    void named_anyCode_leadsToItsOwnRow() {
        assertThat(Stream.concat(ProblemTypes.all().stream(), LicensingProblemTypes.all().stream()))
                .allSatisfy(type -> assertThat(ProblemTypes.named(type.code())).containsSame(type));
    }

    static Stream<ProblemType> types() {
        return Stream.concat(ProblemTypes.all().stream(), LicensingProblemTypes.all().stream());
    }

    @ParameterizedTest
    @EnumSource
    void of_anyCode_isOfThatCode(RefusalCode code) {
        assertThat(ProblemTypes.of(code).code()).isEqualTo(code.code());
    }

    /** Their pages are read by people. */
    @Test
    void all_nothingThatWasRefused_tellPeopleNothingThatOnlyProgramsUnderstand() {
        assertThat(LicensingProblemTypes.all())
                .allSatisfy(
                        type -> assertThat(WordsOfPrograms.in(type.title() + "\n" + type.cause() + "\n" + type.fix()))
                                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("types")
    void types_any_saySentences(ProblemType type) {
        assertThat(type.title()).isNotBlank().doesNotEndWith(".");
        assertThat(type.cause()).endsWith(".").doesNotContain("{");
        assertThat(type.fix()).endsWith(".");
        assertThat(PLACEHOLDER.matcher(type.fix()).replaceAll(found -> switch (found.group()) {
                    case "{support}", "{sales}" -> "";
                    default -> "unknown placeholder";
                }))
                .doesNotContain("unknown placeholder");
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_REQUEST, 400",
        "UNAUTHORIZED, 401",
        "FORBIDDEN, 403",
        "NOT_FOUND, 404",
        "METHOD_NOT_ALLOWED, 405",
        "NOT_ACCEPTABLE, 406",
        "NOT_LICENSED, 409",
        "OFFLINE_LICENSE, 409",
        "OPERATION_IN_PROGRESS, 409",
        "PREVIEW_OUTDATED, 409",
        "TOO_LARGE, 413",
        "UNSUPPORTED_MEDIA_TYPE, 415",
        "LICENSE_KEY_UNKNOWN, 422",
        "LICENSE_EXPIRED, 422",
        "LICENSE_SUSPENDED, 422",
        "LICENSE_BANNED, 422",
        "LICENSE_OTHER_PRODUCT, 422",
        "LICENSE_NOT_ALLOWED, 422",
        "MACHINE_LIMIT_REACHED, 422",
        "FINGERPRINT_TAKEN, 422",
        "OFFLINE_NOT_ENTITLED, 422",
        "OFFLINE_NOT_LISTED, 422",
        "LICENSE_FILE_MALFORMED, 422",
        "LICENSE_FILE_INCOMPLETE, 422",
        "LICENSE_FILE_NOT_GENUINE, 422",
        "LICENSE_FILE_NOT_OPENED, 422",
        "LICENSE_FILE_EXPIRED, 422",
        "LICENSE_FILE_OLDER, 422",
        "LICENSE_FILE_OTHER_MACHINE, 422",
        "LICENSE_FILE_OTHER_PRODUCT, 422",
        "CLOCK_SET_BACK, 422",
        "CLOCK_WRONG, 422",
        "TOO_MANY_REQUESTS, 429",
        "HEADERS_TOO_LARGE, 431",
        "INTERNAL_ERROR, 500",
        "LICENSING_SERVER_ERROR, 502",
        "LICENSING_SERVER_UNTRUSTED, 502",
        "LICENSING_SERVER_UNREACHABLE, 503",
        "LICENSING_SERVER_BUSY, 503",
        "IDENTITY_PROVIDER_UNREACHABLE, 503",
        "STORE_UNAVAILABLE, 503",
        "STARTING, 503",
        "STOPPING, 503"
    })
    void of_code_hasItsStatus(RefusalCode code, int status) {
        assertThat(ProblemTypes.of(code).httpStatus()).isEqualTo(status);
    }

    /** The audit trail and the status must not tell different things of one code. This host's clock is the admin's to set. */
    @ParameterizedTest
    @EnumSource
    void of_failure_hasTheStatusOfAServerErrorButForThisHostsClock(RefusalCode code) {
        boolean serverError = ProblemTypes.of(code).httpStatus() >= 500;

        assertThat(code.isFailure()).isEqualTo(serverError || code == RefusalCode.CLOCK_WRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "401, UNAUTHORIZED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "405, METHOD_NOT_ALLOWED",
        "406, NOT_ACCEPTABLE",
        "413, TOO_LARGE",
        "415, UNSUPPORTED_MEDIA_TYPE",
        "429, TOO_MANY_REQUESTS",
        "431, HEADERS_TOO_LARGE",
        "400, INVALID_REQUEST",
        "418, INVALID_REQUEST",
        "499, INVALID_REQUEST",
        "500, INTERNAL_ERROR",
        "503, INTERNAL_ERROR"
    })
    void code_status_saysTheSame(int status, RefusalCode expected) {
        assertThat(ProblemTypes.code(status)).isEqualTo(expected);
    }

    @Test
    void named_unknown_empty() {
        assertThat(ProblemTypes.named("LICENSE_EXPIRED")).isEmpty();
    }

    /** After any other the page does not know whether something was done: it takes it for a proxy's. */
    @Test
    void all_from500On_knownToTheLicensingPage() throws IOException {
        String errors = Files.readString(Path.of("src/main/webui/src/api/errors.ts"));
        String failures = errors.replaceAll("(?s).*const failures[^{]*\\{(.*?)}.*", "$1");

        assertThat(Pattern.compile("([a-z-]+)'?: (?:true|false),")
                        .matcher(failures)
                        .results())
                .extracting(found -> found.group(1))
                .containsExactlyInAnyOrderElementsOf(ProblemTypes.all().stream()
                        .filter(type -> type.httpStatus() >= 500)
                        .map(ProblemType::code)
                        .toList());
    }

    @Test
    void problemType_statusOfSuccess_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProblemType(RefusalCode.STARTING, 399, "title", "Cause.", "Fix."))
                .withMessage("A problem's status is 400 to 599, not 399.");
    }

    @Test
    void httpStatus_noRefusal_hasNone() {
        ProblemType type = new ProblemType(ProblemCode.LIMIT_MISSING, "title", "Cause.", "Fix.");

        assertThat(type.status()).isNull();
        assertThatIllegalStateException()
                .isThrownBy(type::httpStatus)
                .withMessage("The problem limit-missing is no refusal.");
    }
}
