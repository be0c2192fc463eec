package com.optymyse.inspire.licensing.postgres;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Gives Flyway the migrations by their names; it looks through class paths, and not every class loader lets it. */
final class MigrationFiles implements ResourceProvider {

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return all().stream()
                .filter(file -> file.getAbsolutePath().equals(name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return all().stream()
                .filter(file -> file.getFilename().startsWith(prefix)
                        && Arrays.stream(suffixes).anyMatch(file.getFilename()::endsWith))
                .toList();
    }

    private static List<LoadableResource> all() {
        return Schema.FILES.stream().<LoadableResource>map(MigrationFile::new).toList();
    }

    private static final class MigrationFile extends LoadableResource {

        private final String name;

        private MigrationFile(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            return new InputStreamReader(Schema.open(name), StandardCharsets.UTF_8);
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }

        @Override
        public String getAbsolutePath() {
            return Schema.FOLDER + "/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }
    }
}
