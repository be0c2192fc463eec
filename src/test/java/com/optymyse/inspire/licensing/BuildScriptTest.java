package com.optymyse.inspire.licensing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docker/build} asks of Maven and of the container engine, which write it down here and do nothing. */
class BuildScriptTest {

    private static final String WRITES_DOWN = """
            #!/bin/sh
            [ "$1" = version ] || printf '%s\\n' "$@" >FILE
            """;

    @TempDir
    private Path project;

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectory(project.resolve("docker"));
        Files.createDirectory(project.resolve("bin"));
        Files.copy(Path.of("docker", "build"), project.resolve("docker").resolve("build"));
        Files.writeString(project.resolve("pom.xml"), "<project>\n  <version>1.2.3</version>\n</project>\n");
        Files.writeString(project.resolve("vendor.properties"), "");
        command("mvnw", "maven.txt");
        command("bin/docker", "docker.txt");
        command("bin/node", "node.txt");
    }

    /** The image of the version before keeps its own tag, so that there is one to roll back to. */
    @Test
    void image_hasTheTagAndTheLabelOfItsVersion() throws Exception {
        build();

        assertThat(lines("docker.txt"))
                .containsSequence("-t", "inspire-licensing", "-t", "inspire-licensing:1.2.3")
                .containsSequence("--build-arg", "VERSION=1.2.3");
    }

    @Test
    void vendorsFile_named_isBuiltIn() throws Exception {
        build("vendor.properties", "--no-cache");

        assertThat(lines("maven.txt"))
                .contains("-Dvendor=" + project.toRealPath().resolve("vendor.properties"));
        assertThat(lines("docker.txt")).contains("--no-cache").doesNotContain("vendor.properties");
    }

    private void build(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder(Stream.concat(Stream.of("docker/build"), Arrays.stream(arguments))
                        .toList())
                .directory(project.toFile())
                .redirectErrorStream(true);
        script.environment().merge("PATH", project.resolve("bin") + File.pathSeparator, (path, bin) -> bin + path);
        Process process = script.start();
        String written = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(written).isZero();
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(project.resolve(file));
    }

    private void command(String name, String file) throws IOException {
        Path script = project.resolve(name);
        Files.writeString(
                script, WRITES_DOWN.replace("FILE", project.resolve(file).toString()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
