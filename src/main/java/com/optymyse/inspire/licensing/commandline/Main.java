package com.optymyse.inspire.licensing.commandline;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where the package starts: the service, or one of the operator's commands where any is named. */
@QuarkusMain
public final class Main {

    private Main() {}

    /**
     * Runs the service until it is stopped; with arguments, runs the command that they name and exits with its code.
     *
     * @param arguments none, or a command and its arguments
     */
    public static void main(String... arguments) {
        NameCache.shorten();
        if (arguments.length == 0) {
            Quarkus.run(arguments);
        } else {
            System.exit(command(List.of(arguments)));
        }
    }

    private static int command(List<String> arguments) {
        BufferedReader input = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        try (PrintWriter output =
                new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            return new CommandLine(new Terminal(input, output), Settings::ofThisHost).run(arguments);
        }
    }
}
