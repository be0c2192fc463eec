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
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docker/build} asks of Maven and of the container engine, which write it down here and do nothing. */
class BuildScriptTest {

    private static final String WRITES_DOWN = """
            #!/bin/sh
            case $1 in
                version) ;;
                image) cat BUILT ;;
                *) printf '%s\\n' "$@" >FILE ;;
            esac
            """;

    @TempDir
    private Path project;

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectory(project.resolve("docker"));
        Files.createDirectory(project.resolve("bin"));
        Files.copy(Path.of("docker", "build"), project.resolve("docker").resolve("build"));
        Files.writeString(project.resolve("docker").resolve("base-image"), "runtime:25@sha256:0123\n");
        version("1.2.3");
        Files.writeString(project.resolve("vendor.properties"), "");
        command("mvnw", "maven.txt");
        command("bin/docker", "docker.txt");
        command("bin/node", "node.txt");
        Files.writeString(project.resolve("bin/git"), "#!/bin/sh\necho 4f5e\n");
        Files.setPosixFilePermissions(project.resolve("bin/git"), PosixFilePermissions.fromString("rwxr-xr-x"));
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
    void image_ofAnotherName_hasItsTagsThere() throws Exception {
        Process process = start(Map.of("LICENSING_IMAGE", "registry.example/licensing"));

        assertThat(said(process)).isEmpty();
        assertThat(lines("docker.txt"))
                .containsSequence("-t", "registry.example/licensing", "-t", "registry.example/licensing:1.2.3");
    }

    @Test
    void baseImage_ofTheFile_isBuiltOn() throws Exception {
        String said = build();

        assertThat(lines("docker.txt")).containsSequence("--build-arg", "RUNTIME=runtime:25@sha256:0123");
        assertThat(said).doesNotContain("digest");
    }

    @Test
    void baseImage_withoutDigest_isBuiltOnWithAWarning() throws Exception {
        Files.writeString(project.resolve("docker").resolve("base-image"), "runtime:25\n");

        assertThat(build()).contains("docker/base-image has no digest");
        assertThat(lines("docker.txt")).containsSequence("--build-arg", "RUNTIME=runtime:25");
    }

    @Test
    void versionsTag_ofAnotherRevision_staysWhereItIs() throws Exception {
        Files.writeString(project.resolve("built.txt"), "0a0b\n");

        Process refused = start(Map.of());

        assertThat(said(refused)).contains("inspire-licensing:1.2.3 is of revision 0a0b, and this is 4f5e");
        assertThat(refused.waitFor()).isEqualTo(1);
        assertThat(project.resolve("maven.txt")).doesNotExist();
        assertThat(project.resolve("docker.txt")).doesNotExist();

        Process forced = start(Map.of("FORCE", "1"));

        assertThat(said(forced)).isEmpty();
        assertThat(lines("docker.txt")).contains("inspire-licensing:1.2.3", "REVISION=4f5e");
    }

    @Test
    void versionsTag_ofThisRevisionOrOfASnapshot_isMade() throws Exception {
        Files.writeString(project.resolve("built.txt"), "4f5e\n");
        build();
        Files.writeString(project.resolve("built.txt"), "0a0b\n");
        version("1.2.3-SNAPSHOT");
        build();

        assertThat(lines("docker.txt")).contains("inspire-licensing:1.2.3-SNAPSHOT");
    }

    @Test
    void vendorsFile_named_isBuiltIn() throws Exception {
        build("vendor.properties", "--no-cache");

        assertThat(lines("maven.txt"))
                .contains("-Dvendor=" + project.toRealPath().resolve("vendor.properties"));
        assertThat(lines("docker.txt")).contains("--no-cache").doesNotContain("vendor.properties");
    }

    /** The installation of the document for operators: the vendor's image, and all around it. */
    @Test
    void installation_typedAsItIs_buildsTheImageAndStartsAll() throws Exception {
        command("docker/start", "start.txt");
        Matcher block = Pattern.compile("(?ms)^```bash\n(docker/build vendor\\.properties.*?)^```")
                .matcher(Files.readString(Path.of("docs", "operations.md")));
        assertThat(block.find()).isTrue();

        Process process = start(Map.of(), List.of("bash", "-euc", block.group(1)));

        assertThat(said(process)).isEmpty();
        assertThat(process.waitFor()).isZero();
        assertThat(lines("maven.txt"))
                .contains("-Dvendor=" + project.toRealPath().resolve("vendor.properties"));
        assertThat(lines("docker.txt")).contains("inspire-licensing");
        assertThat(project.resolve("start.txt")).exists();
    }

    private String build(String... arguments) throws IOException, InterruptedException {
        Process process = start(Map.of(), arguments);
        String said = said(process);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private Process start(Map<String, String> environment, String... arguments) throws IOException {
        return start(
                environment,
                Stream.concat(Stream.of("docker/build"), Arrays.stream(arguments))
                        .toList());
    }

    private Process start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder script =
                new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        script.environment().merge("PATH", project.resolve("bin") + File.pathSeparator, (path, bin) -> bin + path);
        script.environment().keySet().removeAll(Set.of("FORCE", "LICENSING_IMAGE"));
        script.environment().putAll(environment);
        return script.start();
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    private void version(String version) throws IOException {
        Files.writeString(project.resolve("pom.xml"), "<project>\n  <version>" + version + "</version>\n</project>\n");
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(project.resolve(file));
    }

    private void command(String name, String file) throws IOException {
        Path script = project.resolve(name);
        Files.writeString(
                script,
                WRITES_DOWN
                        .replace("FILE", project.resolve(file).toString())
                        .replace("BUILT", project.resolve("built.txt").toString()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
