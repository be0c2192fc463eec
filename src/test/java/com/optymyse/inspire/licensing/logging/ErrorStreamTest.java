package com.optymyse.inspire.licensing.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ErrorStreamTest {

    private final List<String> received = new CopyOnWriteArrayList<>();

    @Test
    void stream_twoTraces_areTwoTexts() {
        try (ErrorStream errors = new ErrorStream(received::add)) {
            PrintStream stream = errors.stream();

            print(new IllegalStateException("two\nlines", new IOException("behind")), stream);
            print(new IllegalArgumentException("second"), stream);
        }

        assertThat(received).hasSize(2);
        assertThat(received.getFirst())
                .startsWith("java.lang.IllegalStateException: two\nlines\n\tat ")
                .contains("Caused by: java.io.IOException: behind");
        assertThat(received.getLast()).startsWith("java.lang.IllegalArgumentException: second\n\tat ");
    }

    @Test
    void stream_plainLines_areTextsOfTheirOwn() {
        try (ErrorStream errors = new ErrorStream(received::add)) {
            errors.stream().println("one");
            errors.stream().println("two");
        }

        assertThat(received).containsExactly("one", "two");
    }

    private static void print(Throwable failure, PrintStream stream) {
        failure.printStackTrace(stream);
    }
}
