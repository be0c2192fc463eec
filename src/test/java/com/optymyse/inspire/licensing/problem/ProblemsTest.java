package com.optymyse.inspire.licensing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.OwnErrors;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import java.net.URI;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

    private final Problems problems = new Problems(() -> URI.create("/problems/"), new OwnErrors());

    @Test
    void of_refusalOfAField_saysDetailAndField() {
        Refusal refusal = Refusal.invalid("licenseKey", "A license key must not be blank.");

        Problem problem = problems.of(refusal);

        assertThat(problem)
                .isEqualTo(new Problem(
                        URI.create("/problems/invalid-request"),
                        "Invalid request",
                        400,
                        "A license key must not be blank.",
                        ClientAdvice.of(RefusalCode.INVALID_REQUEST),
                        "invalid-request",
                        "licenseKey",
                        null,
                        Map.of(),
                        Map.of()));
    }

    @Test
    void of_refusalThatTellsMore_hasItAsMembers() {
        Refusal refusal =
                new Refusal(RefusalCode.PREVIEW_OUTDATED, "It has changed.").with(Map.of("preview", "the present one"));

        assertThat(problems.of(refusal).members()).isEqualTo(Map.of("preview", "the present one"));
    }

    @Test
    void of_refusalThatTellsFacts_hasThemUnderTheirNames() {
        Refusal refusal = new Refusal(RefusalCode.LICENSE_EXPIRED, "It is over.").telling(Map.of("graceDays", 14));

        assertThat(problems.of(refusal).values()).isEqualTo(Map.of("graceDays", 14));
    }

    @Test
    void of_code_saysItsCause() {
        Problem problem = problems.of(RefusalCode.NOT_FOUND);

        assertThat(problem.detail())
                .isEqualTo(ProblemTypes.of(RefusalCode.NOT_FOUND).cause());
    }

    /** As of those who share a re-validation. */
    @Test
    void unexpected_sameFailureForSeveral_hasOneNameAndOneLine() {
        IllegalStateException failure = new IllegalStateException("shared");

        try (LogRecorder log = LogRecorder.start()) {
            Problem first = problems.unexpected(failure);
            Problem second = problems.unexpected(failure);

            assertThat(first.instance()).isNotNull().isEqualTo(second.instance());
            assertThat(log.lines(Level.SEVERE, "")).hasSize(1);
        }
    }

    @Test
    void unexpected_constantThrownAgain_isLoggedEachTime() {
        IllegalStateException constant = new IllegalStateException("constant");
        constant.setStackTrace(new StackTraceElement[0]);

        try (LogRecorder log = LogRecorder.start()) {
            Problem first = problems.unexpected(constant);
            Problem second = problems.unexpected(constant);

            assertThat(first.instance()).isNotEqualTo(second.instance());
            assertThat(log.lines(Level.SEVERE, "")).hasSize(2);
        }
    }

    @Test
    void unexpected_twice_hidesTheFailureUnderDifferentNames() {
        Problem first = problems.unexpected(new IllegalStateException("an internal secret"));
        Problem second = problems.unexpected(new IllegalStateException("an internal secret"));

        assertThat(first.toString()).doesNotContain("secret", "Exception");
        assertThat(first.instance()).asString().startsWith("urn:uuid:");
        assertThat(first.instance()).isNotEqualTo(second.instance());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://inspire.example.com/licensing/problems/",
                "https://inspire.example.com/licensing/problems"
            })
    void page_publishedUnderAPath_absolute(String pages) {
        Problems published = new Problems(() -> URI.create(pages), new OwnErrors());

        assertThat(published.page("license-expired"))
                .isEqualTo(URI.create("https://inspire.example.com/licensing/problems/license-expired"));
    }

    @Test
    void headers_tooManyRequests_tellWhenToTryAgain() {
        assertThat(Problems.headers(RefusalCode.TOO_MANY_REQUESTS))
                .containsEntry("Retry-After", "60")
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Cache-Control", "no-store");
    }

    @Test
    void headers_forbidden_doNotInviteToTryAgain() {
        assertThat(Problems.headers(RefusalCode.FORBIDDEN)).doesNotContainKey("Retry-After");
    }
}
