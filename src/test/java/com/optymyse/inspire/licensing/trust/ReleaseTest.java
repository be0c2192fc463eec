package com.optymyse.inspire.licensing.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {

    @TempDir
    private Path classes;

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-27T14:50:47Z", "2026-11-27T15:50:47+01:00"})
    void earliestTime_ofACommit_aDayBeforeIt(String committed) throws IOException {
        write("git.commit.time=" + committed.replace(":", "\\:"));

        assertThat(earliestTime()).contains(Instant.parse("2026-11-26T14:50:47Z"));
    }

    @Test
    void earliestTime_builtWithoutARepository_none() throws IOException {
        assertThat(earliestTime()).isEmpty();

        write("");
        assertThat(earliestTime()).isEmpty();
    }

    @Test
    void earliestTime_noTime_isAnErrorOfTheBuild() throws IOException {
        write("git.commit.time=yesterday");

        assertThatIllegalStateException().isThrownBy(this::earliestTime).withMessageContaining("yesterday");
    }

    @Test
    void version_ofACommit_namesBoth() throws IOException {
        write("git.build.version=1.2.3\ngit.commit.id=470bfa9");

        assertThat(Release.version(own(), "1.2.2")).isEqualTo("1.2.3 (470bfa9)");
    }

    @Test
    void version_builtWithoutARepository_isKnownAndTheCommitIsNot() throws IOException {
        assertThat(Release.version(own(), "1.2.2")).isEqualTo("1.2.2 (commit unknown)");

        write("git.build.version=1.2.3");
        assertThat(Release.version(own(), "1.2.2")).isEqualTo("1.2.3 (commit unknown)");
    }

    private Optional<Instant> earliestTime() {
        return Release.earliestTime(own()).time();
    }

    private VendorPackage own() {
        return new VendorPackage(classes, List.of(), new JvmOptions(List.of()));
    }

    private void write(String content) throws IOException {
        Path file = classes.resolve(Release.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
