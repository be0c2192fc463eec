package com.optymyse.inspire.licensing.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.installation.Condition;
import com.optymyse.inspire.licensing.installation.UnderWay;
import com.optymyse.inspire.licensing.license.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The page has words for each present value of the API's open sets. For those to come it has a general one, or shows the
 * value.
 */
class PageTextsTest {

    private final String texts = read();

    @ParameterizedTest
    @EnumSource
    void reason_any_hasItsText(Reason reason) {
        assertThat(texts).contains("\n    '" + reason.code() + "': {\n      title: ");
    }

    @ParameterizedTest
    @EnumSource
    void condition_any_hasItsText(Condition condition) {
        assertThat(texts).contains("\n      '" + condition.text() + "': ");
    }

    @ParameterizedTest
    @EnumSource
    void operationUnderWay_any_hasItsText(UnderWay.Action action) {
        String running = texts.substring(texts.indexOf("const running"), texts.indexOf("export const en"));

        assertThat(running).contains("\n  " + action.name().toLowerCase(Locale.ROOT) + ": '");
    }

    @ParameterizedTest
    @EnumSource
    void actionOfTheHistory_any_hasItsText(AuditEntry.Action action) {
        String word = action.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(history()).containsPattern("\n      '?" + word + "'?: '");
    }

    @ParameterizedTest
    @EnumSource
    void outcomeOfTheHistory_any_hasItsText(AuditEntry.Outcome outcome) {
        assertThat(history()).contains(outcome.name().toLowerCase(Locale.ROOT) + ": '");
    }

    private String history() {
        return texts.substring(texts.indexOf("\n  history: {"));
    }

    private static String read() {
        try {
            return Files.readString(Path.of("src/main/webui/src/text/en.ts"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
