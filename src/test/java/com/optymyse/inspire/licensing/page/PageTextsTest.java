package com.optymyse.inspire.licensing.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.installation.Condition;
import com.optymyse.inspire.licensing.installation.UnderWay;
import com.optymyse.inspire.licensing.license.ProblemCode;
import com.optymyse.inspire.licensing.license.Reason;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The page has words for each present value of the API's open sets, in each of its languages. For those to come it has a
 * general one, or shows the value.
 */
class PageTextsTest {

    private static final List<String> LANGUAGES = List.of("en", "de");

    @ParameterizedTest
    @EnumSource
    void reason_any_hasItsText(Reason reason) {
        assertThat(texts("reason"))
                .allSatisfy(text -> assertThat(text).contains(key(reason.code()) + "{\n    title: "));
    }

    @ParameterizedTest
    @EnumSource
    void condition_any_hasItsText(Condition condition) {
        assertThat(texts("future")).allSatisfy(text -> assertThat(text).contains(key(condition.text())));
    }

    @ParameterizedTest
    @EnumSource
    void operationUnderWay_any_hasItsText(UnderWay.Action action) {
        assertThat(texts("operation"))
                .extracting(text -> text.substring(text.indexOf("const running"), text.indexOf("export const")))
                .allSatisfy(text -> assertThat(text).containsPattern(word(action)));
    }

    @ParameterizedTest
    @EnumSource
    void actionOfTheHistory_any_hasItsText(AuditEntry.Action action) {
        assertThat(texts("history")).allSatisfy(text -> assertThat(text).containsPattern(word(action)));
    }

    @ParameterizedTest
    @EnumSource
    void outcomeOfTheHistory_any_hasItsText(AuditEntry.Outcome outcome) {
        assertThat(texts("history")).allSatisfy(text -> assertThat(text).containsPattern(word(outcome)));
    }

    /** English is the service's own language: there its sentences are shown. */
    @ParameterizedTest
    @EnumSource
    void refusal_any_hasItsGermanText(RefusalCode refusal) {
        assertThat(read("de", "refusals")).containsPattern("\n  '?" + refusal.code() + "'?: \\{");
    }

    @ParameterizedTest
    @EnumSource
    void successOfTheHistory_any_hasItsGermanSentence(AuditEntry.Action action) {
        String code = action.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(read("de", "history").split("sentences: \\{", 2)[1]).containsPattern("\n    '?" + code + "'?: \\(");
    }

    @ParameterizedTest
    @EnumSource
    void note_any_hasItsGermanText(ProblemCode note) {
        assertThat(read("de", "note-texts")).containsPattern("\n  '?" + note.code() + "'?: \\(");
    }

    @ParameterizedTest
    @EnumSource
    void outcomeOfARevalidation_any_hasItsText(CallResult.Cause cause) {
        assertThat(texts("details"))
                .allSatisfy(text -> assertThat(text).contains(key(cause.code().code())));
    }

    private static String key(String name) {
        return "'" + name + "': ";
    }

    /** The key of a value, which stands in quotes only where it has to, with a text. */
    private static String word(Enum<?> value) {
        return "[\n {] *'?" + value.name().toLowerCase(Locale.ROOT).replace('_', '-') + "'?: *\n? *['`]";
    }

    /** A section of the texts, in each language. */
    private static List<String> texts(String section) {
        return LANGUAGES.stream().map(language -> read(language, section)).toList();
    }

    private static String read(String language, String section) {
        try {
            return Files.readString(Path.of("src/main/webui/src/text", language, section + ".ts"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
