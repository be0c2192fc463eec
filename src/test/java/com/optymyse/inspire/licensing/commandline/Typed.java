package com.optymyse.inspire.licensing.commandline;

import com.optymyse.inspire.licensing.installation.EarliestTime;
import com.optymyse.inspire.licensing.trust.VendorConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command did when it was typed.
 *
 * @param exitCode its exit code
 * @param output all that it said
 */
record Typed(int exitCode, String output) {

    static Typed command(Map<String, String> settings, Clock clock, String input, String... arguments) {
        return command(settings, clock, Optional::empty, input, arguments);
    }

    /** The same by a release that knows when it was made. */
    static Typed command(
            Map<String, String> settings, Clock clock, EarliestTime release, String input, String... arguments) {
        StringWriter said = new StringWriter();
        Settings given = new Settings(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .withMapping(VendorConfig.class)
                        .build(),
                clock,
                release);
        Terminal terminal = new Terminal(new BufferedReader(new StringReader(input)), new PrintWriter(said, true));
        int exitCode = new CommandLine(terminal, () -> given).run(List.of(arguments));
        return new Typed(exitCode, said.toString());
    }
}
