package com.optymyse.inspire.licensing.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.problem.ProbeResource.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMistakeTest {

    private final ObjectMapper json = new RequestJson(new ObjectMapper()).getContext(Body.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text":1}                     | text            | The field “text” must be given, as text.
            {"text":1.5}                   | text            | The field “text” must be given, as text.
            {"text":true}                  | text            | The field “text” must be given, as text.
            {"text":[]}                    | text            | The field “text” must be given, as text.
            {"text":{}}                    | text            | The field “text” must be given, as text.
            {"number":"1"}                 | number          | The field “number” must be given, as a number.
            {"number":""}                  | number          | The field “number” must be given, as a number.
            {"number":1.5}                 | number          | The field “number” must be given, as a number.
            {"number":true}                | number          | The field “number” must be given, as a number.
            {"number":99999999999} | number | The field “number” has a value that is not accepted.
            {"truth":"true"}               | truth           | The field “truth” must be given, as true or false.
            {"truth":1}                    | truth           | The field “truth” must be given, as true or false.
            {"choice":"those"}             | choice          | The field “choice” must be given, as this or that.
            {"choice":0}                   | choice          | The field “choice” must be given, as this or that.
            {"nested":"x"}                 | nested          | The field “nested” must be given, as a JSON object.
            {"nested":{"inner":1}} | nested.inner | The field “inner” must be given, as text.
            {"nested":{"inner":"x"}} | nested.depth | The field “depth” must be given, as a number.
            {"nested":{"depth":null}} | nested.depth | The field “depth” must be given, as a number.
            {"list":"x"}                   | list            | The field “list” must be given, as a JSON array.
            {"list":["a",2]}               | list[1]         | The field “list” must be given, as text.
            {"since":"yesterday"}          | since           | The field “since” must be given, as the API description shows.
            {"other":1}                    | other           | The request has a field that is unknown here: other.
            {"nested":{"depth":1,"other":1}} | nested.other | The request has a field that is unknown here: nested.other.
            {"text":"refuse me"}           | text            | The text must not ask to be refused.
            {"text":"break me"}            | body            | The body has a value that is not accepted.
            [1]                            | body            | The body must be given, as a JSON object.
            "text"                         | body            | The body must be given, as a JSON object.
            {"text":                       | body            | The body is not valid JSON, or names a field twice. The mistake is at line 1, column 9.
            {"text":"a","text":"b"} | body | The body is not valid JSON, or names a field twice. The mistake is at line 1, column 19.
            {"text":"a"} more              | body            | The body is not valid JSON, or names a field twice. The mistake is at line 1, column 14.
            """)
    void refusal_mistake_namesFieldAndWhatItMustBe(String body, String field, String detail) {
        Refusal refusal = refusal(body);

        assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_REQUEST);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.detail()).isEqualTo(detail);
    }

    /** A person can do nothing with them. */
    @Test
    void refusal_unknownField_tellsProgramsTheKnownOnes() {
        assertThat(refusal("{\"nested\":{\"depth\":1,\"other\":1}}").toPrograms())
                .isEqualTo("The known fields are: depth, inner.");
    }

    /** So it is when somebody puts a license file between quotes by hand. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\t", "\u001b"})
    void refusal_controlCharacterInAText_saysHowToWriteIt(String character) {
        Refusal refusal = refusal("{\"text\":\"SECRET" + character + "more\"}");

        assertThat(refusal.detail())
                .startsWith("The body is not valid JSON: a string in it has an unescaped line end,")
                .contains("as \\n", "jq", "line 1, column")
                .doesNotContain("SECRET", "more\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"number\":\"SECRET-KEY\"}",
                "{\"choice\":\"SECRET-KEY\"}",
                "{\"since\":\"SECRET-KEY\"}",
                "{\"text\":\"SECRET-KEY\"",
                "\"SECRET-KEY\""
            })
    void refusal_anyMistake_neverRepeatsTheValue(String body) {
        assertThat(refusal(body).detail()).doesNotContain("SECRET");
    }

    @Test
    void refusal_endlessFieldName_cut() {
        Refusal refusal = refusal("{\"" + "x".repeat(10_000) + "\":1}");

        assertThat(refusal.field()).hasSize(65).endsWith("…");
        assertThat(refusal.detail().length()).isLessThan(300);
    }

    private Refusal refusal(String body) {
        JsonProcessingException mistake =
                catchThrowableOfType(JsonProcessingException.class, () -> json.readValue(body, Body.class));
        return JsonMistake.refusal(mistake);
    }
}
