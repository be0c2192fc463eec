package com.optymyse.inspire.licensing.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A small project for Node.js, with its dependencies installed as its lock file says. */
public final class Node {

    private static final long MINUTES = 5;
    /** What is copied once is there for every test. */
    private static final Map<Path, Node> INSTALLED = new HashMap<>();

    private final Path folder;
    /** Where the logs of commands are. */
    private final Path logs;

    private Node(Path folder, Path logs) {
        this.folder = folder;
        this.logs = logs;
    }

    /** The project where it is, in which somebody has installed what it needs; skips the test where there is no Node.js. */
    public static Node in(Path project) throws InterruptedException {
        assumeThereIsNodeFor(project);
        return new Node(project, Path.of("target"));
    }

    /**
     * Copies the project into a folder of the build and installs what it needs, unless a test has done so by the same lock file
     * since the folder was cleaned, in this JVM or beside it; skips the test where there is no Node.js.
     */
    public static synchronized Node install(Path project) throws IOException, InterruptedException {
        Node installed = INSTALLED.get(project);
        if (installed == null) {
            installed = installNow(project);
            INSTALLED.put(project, installed);
        }
        return installed;
    }

    private static Node installNow(Path project) throws IOException, InterruptedException {
        assumeThereIsNodeFor(project);
        Path folder = Path.of("target").resolve(project.getFileName());
        Files.createDirectories(folder);
        try (FileChannel others = FileChannel.open(
                folder.resolve("installation.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            others.lock();
            return installAlone(project, folder);
        }
    }

    private static Node installAlone(Path project, Path folder) throws IOException, InterruptedException {
        for (String file : project.toFile().list((at, name) -> !name.equals("node_modules"))) {
            Files.copy(project.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        Node node = new Node(folder, folder);
        Path wanted = folder.resolve("package-lock.json");
        // Inside what npm clears away before it begins, so that it is there after a whole installation alone.
        Path installed = folder.resolve("node_modules").resolve("installed-lock.json");
        if (!Files.exists(installed) || Files.mismatch(wanted, installed) >= 0) {
            node.run("npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund");
            Files.copy(wanted, installed);
        }
        return node;
    }

    /** Runs a command in the project's folder to its end, which has to be good. */
    public void run(String... command) throws IOException, InterruptedException {
        Path log = logs.resolve("commands-" + ProcessHandle.current().pid() + ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        assertThat(ended && process.exitValue() == 0)
                .as("%s:%n%s", List.of(command), Files.readString(log))
                .isTrue();
    }

    /** Starts a script; what it writes is read by the caller, its errors are in a file beside it. */
    public Script start(String script, Map<String, String> environment) throws IOException {
        ProcessBuilder node = new ProcessBuilder(List.of("node", script))
                .directory(folder.toFile())
                .redirectError(
                        folder.resolve(Path.of(script).getFileName() + ".log").toFile());
        node.environment().putAll(environment);
        return new Script(node.start());
    }

    private static void assumeThereIsNodeFor(Path project) throws InterruptedException {
        assumeThat(isThere("node") && isThere("npm"))
                .as("Node.js and npm, which the test of %s needs, are not installed here", project)
                .isTrue();
    }

    private static boolean isThere(String command) throws InterruptedException {
        try {
            return new ProcessBuilder(command, "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** A running script. */
    public static final class Script implements AutoCloseable {

        private final Process process;
        private final BufferedReader lines;

        private Script(Process process) {
            this.process = process;
            this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            // What it waits for in vain ends it, and with it the reading of its lines. Of one that ends by itself all
            // lines stay.
            var _ = process.onExit()
                    .orTimeout(MINUTES, TimeUnit.MINUTES)
                    .exceptionally(late -> process.destroyForcibly());
        }

        /** The next line that it writes. */
        public String nextLine() throws IOException {
            String line = lines.readLine();
            assertThat(line).as("The script goes on and writes a line").isNotNull();
            return line;
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
