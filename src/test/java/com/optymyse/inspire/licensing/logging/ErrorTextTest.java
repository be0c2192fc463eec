package com.optymyse.inspire.licensing.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorTextTest {

    private final ErrorText text = new ErrorText();

    @Test
    void add_linesOfATrace_areOneText() {
        assertThat(text.add("java.lang.IllegalStateException: broken\n")).isEmpty();
        assertThat(text.add("\tat a.B.c(B.java:1)\n")).isEmpty();
        assertThat(text.add("Caused by: java.io.IOException\n")).isEmpty();
        assertThat(text.add("\t... 3 more\n")).isEmpty();

        assertThat(text.end())
                .contains("java.lang.IllegalStateException: broken\n\tat a.B.c(B.java:1)\n"
                        + "Caused by: java.io.IOException\n\t... 3 more");
        assertThat(text.end()).isEmpty();
    }

    /** As the JVM prints what nobody catches. */
    @Test
    void add_lineInTwoBits_isOneText() {
        text.add("Exception in thread \"breaks\" ");

        assertThat(text.add("java.io.IOException: broken\n")).isEmpty();
        assertThat(text.add("next\n")).contains("Exception in thread \"breaks\" java.io.IOException: broken");
    }

    @Test
    void add_anotherTrace_endsTheOneBefore() {
        text.add("first\n");
        text.add("\tat a.B.c(B.java:1)\n");

        assertThat(text.add("second\n")).contains("first\n\tat a.B.c(B.java:1)");
        assertThat(text.end()).contains("second");
    }

    @Test
    void add_nothingVisible_isNoText() {
        assertThat(text.add("\n")).isEmpty();
        assertThat(text.end()).isEmpty();
    }

    @Test
    void add_moreThanTheLimit_saysHowMuchIsLeftOut() {
        text.add("first\n");
        text.add("\t" + "x".repeat(ErrorText.LONGEST));

        assertThat(text.end().orElseThrow())
                .hasSizeLessThan(ErrorText.LONGEST + 100)
                .startsWith("first\n\txx")
                .endsWith("x (7 more characters were left out)");
    }
}
