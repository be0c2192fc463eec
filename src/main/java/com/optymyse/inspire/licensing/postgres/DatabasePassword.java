package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.license.ControlCharacters;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.source.file.FileSystemConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The password of the database's role. */
interface DatabasePassword {

    /**
     * What it is now; empty when there is none.
     *
     * @throws IOException when its file can't be read, in a sentence that names it
     */
    String read() throws IOException;

    /**
     * The password of the address, else that of the setting. A file of the secrets' folder is read again each time, so that a
     * new password needs no restart.
     */
    static DatabasePassword of(@Nullable String ofAddress, ConfigValue setting) {
        String known = Objects.requireNonNullElse(ofAddress, Objects.requireNonNullElse(setting.getValue(), ""));
        return ofAddress == null
                ? file(setting).<DatabasePassword>map(File::new).orElse(() -> known)
                : () -> known;
    }

    /** The names under which a folder of secrets may have a setting, in the order in which they are looked for. */
    private static Optional<Path> file(ConfigValue setting) {
        String[] name = FileSystemConfigSource.NAME.split("%s", -1);
        String source = Objects.requireNonNullElse(setting.getConfigSourceName(), "");
        if (!source.startsWith(name[0])) {
            return Optional.empty();
        }
        Path folder = Path.of(source.substring(name[0].length(), source.length() - name[1].length()));
        String underscored = setting.getName().replaceAll("[^A-Za-z0-9_]", "_");
        return Stream.of(setting.getName(), underscored, underscored.toUpperCase(Locale.ROOT))
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * A file of which all lines together are the password, as the folder of secrets is read.
     *
     * @param path where it is
     */
    record File(Path path) implements DatabasePassword {

        @Override
        public String read() throws IOException {
            try {
                List<String> lines = Files.readAllLines(path);
                return lines.stream().collect(Collectors.joining());
            } catch (IOException unreadable) {
                throw new IOException(
                        "The database's password, " + ControlCharacters.escaped(path.toString()) + ", can't be read.",
                        unreadable);
            }
        }
    }
}
