package com.optymyse.inspire.licensing.examples;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** An example for Node, with its dependencies installed as its lock file says. */
record NodeExample(Path folder) {

    static final Pattern LISTENING = Pattern.compile("^Listening on (\\d+)$");

    /** Skips the test where there is no Node. */
    static NodeExample installed(String name) throws IOException, InterruptedException {
        assumeTrue(
                Program.isInstalled("node") && Program.isInstalled("npm"),
                "The example " + name + " is left out: it needs node and npm on the PATH.");
        Path folder = Program.copy(name);
        Program.run(folder, List.of("npm", "ci", "--prefer-offline"));
        return new NodeExample(folder);
    }

    Program start(Map<String, String> environment, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("node"));
        command.addAll(List.of(options));
        command.add("service.js");
        return Program.start(folder, LISTENING, environment, command);
    }
}
