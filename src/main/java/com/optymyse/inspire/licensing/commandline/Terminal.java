package com.optymyse.inspire.licensing.commandline;

import com.optymyse.inspire.licensing.license.ControlCharacters;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/**
 * Where a command reads and writes.
 *
 * @param input what is typed or piped in
 * @param output what the operator sees
 */
record Terminal(BufferedReader input, PrintWriter output) {

    private static final int COLUMN = 16;

    /** A line, whatever is in it: texts from files and databases must not command the terminal. */
    void say(String line) {
        output.println(ControlCharacters.escaped(line));
    }

    /** A line of a list: what it is, and its value or a dash. */
    void say(String name, Object value) {
        say("  " + name + " ".repeat(Math.max(1, COLUMN - name.length())) + value);
    }

    /** All of the input, with its line ends. */
    String readAll() {
        return input.lines().collect(Collectors.joining("\n"));
    }
}
