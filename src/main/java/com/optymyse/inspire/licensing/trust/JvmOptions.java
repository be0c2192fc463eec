package com.optymyse.inspire.licensing.trust;

import com.optymyse.inspire.licensing.license.ControlCharacters;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this JVM was started with, wherever it was written: on the command line, in a file of arguments or of options, or in
 * {@code JAVA_TOOL_OPTIONS}, {@code JDK_JAVA_OPTIONS} or {@code _JAVA_OPTIONS}.
 *
 * @param arguments the options, without those of the class path
 */
public record JvmOptions(List<String> arguments) {

    /** They put classes and files before those of the package. */
    private static final List<String> REPLACING = List.of("-Xbootclasspath", "--patch-module");

    private static final List<String> AGENTS = List.of("-javaagent:", "-agentpath:", "-agentlib:");

    public JvmOptions {
        arguments = List.copyOf(arguments);
    }

    public static JvmOptions ofThisProcess() {
        return new JvmOptions(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    /** An option that replaces what is in the package. */
    Optional<String> replacing() {
        return arguments.stream().filter(this::replaces).findFirst();
    }

    private boolean replaces(String argument) {
        return REPLACING.stream().anyMatch(argument::startsWith);
    }

    /**
     * The agents that it was started with, in order, without control characters, and without their options, which may hold a
     * token.
     */
    public List<String> agents() {
        return arguments.stream().flatMap(JvmOptions::agent).toList();
    }

    private static Stream<String> agent(String argument) {
        return AGENTS.stream()
                .filter(argument::startsWith)
                .map(kind -> argument.substring(kind.length()).split("=", 2)[0])
                .map(ControlCharacters::escaped);
    }
}
