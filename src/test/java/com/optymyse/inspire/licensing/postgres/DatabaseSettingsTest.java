package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.optymyse.inspire.licensing.testing.LogRecorder;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.file.FileSystemConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the address comes from: files, environment variables, and Quarkus' own settings, which do not count. */
class DatabaseSettingsTest {

    private static final String ADDRESS = "postgresql://lic@db/lic";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"$", "a$b", "${a}", "${", "$${a}", "\\", "a\\$b\\\\", "'\"`", "a:b@c/d?e#f%41", ",", " x "})
    void password_anyCharacters_isTakenLiterally(String password) throws IOException {
        Files.writeString(folder.resolve("licensing.database.password"), password);

        assertThat(read(given("licensing.database.password", password))).isEqualTo(password);
        assertThat(read(new EnvConfigSource(Map.of("LICENSING_DATABASE_PASSWORD", password), 300)))
                .isEqualTo(password);
        assertThat(read(new FileSystemConfigSource(folder.toFile()))).isEqualTo(password);
    }

    @Test
    void address_passwordLikeAnExpression_isTakenLiterally() throws IOException {
        SmallRyeConfig config = builder(given(DatabaseSettings.URL, "postgresql://lic:${a}$\\@db/lic"))
                .build();

        assertThat(DatabaseSettings.of(config).password().read()).isEqualTo("${a}$\\");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"licensing.database.password", "LICENSING_DATABASE_PASSWORD", "licensing_database_password"})
    void password_fileReplaced_isReadAnew(String name) throws IOException {
        Files.writeString(folder.resolve(name), "first\n");
        DatabaseSettings settings =
                settings(new FileSystemConfigSource(folder.toFile()), given(DatabaseSettings.URL, ADDRESS));
        assertThat(settings.password().read()).isEqualTo("first");

        Files.writeString(folder.resolve(name), "second\n");

        assertThat(settings.password().read()).isEqualTo("second");
        assertThat(settings.hosts().getFirst().getPassword()).isEqualTo("second");
    }

    @Test
    void password_fileGone_isNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("licensing.database.password"), "first");
        DatabaseSettings settings =
                settings(new FileSystemConfigSource(folder.toFile()), given(DatabaseSettings.URL, ADDRESS));
        Files.delete(file);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> settings.password().read())
                .withMessage("The database's password, " + file.toAbsolutePath() + ", can't be read.");
    }

    @Test
    void password_inAddressAndSetting_isThatOfTheAddress() throws IOException {
        DatabaseSettings settings = settings(
                given(DatabaseSettings.URL, "postgresql://lic:one@db/lic"),
                given("licensing.database.password", "other"));

        assertThat(settings.password().read()).isEqualTo("one");
        assertThat(settings.warnings())
                .containsExactly(
                        "licensing.database.password has no effect, because licensing.database.url has a password.");
    }

    /** What the service does at its start. */
    @Test
    void warnings_ofTheService_areLogged() {
        SmallRyeConfig config = builder(
                        given(DatabaseSettings.URL, ADDRESS + "?connect_timeout=5&channel_binding=require"))
                .build();

        try (LogRecorder log = LogRecorder.start()) {
            ConfiguredDatabase.settings(config);

            assertThat(log.lines(Level.WARNING, DatabaseSettings.URL))
                    .containsExactly(
                            "licensing.database.url has parameters without effect here: connect_timeout.",
                            "licensing.database.url has channel_binding=require, which can't be enforced. Use"
                                    + " sslmode=verify-full, which is as safe.");
        }
    }

    @Test
    void address_missing_saysWhichSetting() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(given(DatabaseSettings.URL, "")))
                .withMessageStartingWith("licensing.database.url is not set.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.datasource.reactive.url",
                "quarkus.datasource.jdbc.url",
                "quarkus.datasource.username",
                "quarkus.datasource.password",
                "quarkus.datasource.credentials-provider",
                "quarkus.datasource.reactive.url[0]",
                "quarkus.datasource.jdbc.url[1]",
                "quarkus.datasource.\"<default>\".reactive.url",
                "quarkus.datasource.\"<default>\".username"
            })
    void address_quarkusHasOne_saysWhatToRemove(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(given(DatabaseSettings.URL, ADDRESS), given(name, "s3cret")))
                .withMessage(name + " is set, but the database's address is licensing.database.url, with .username and"
                        + " .password. Remove " + name + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUARKUS_DATASOURCE_REACTIVE_URL",
                "QUARKUS_DATASOURCE_REACTIVE_URL_0_",
                "QUARKUS_DATASOURCE_CREDENTIALS_PROVIDER",
                "QUARKUS_DATASOURCE___DEFAULT___REACTIVE_URL",
                "quarkus_datasource_password"
            })
    void address_quarkusHasOneInTheEnvironment_saysWhatToRemove(String variable) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(
                        given(DatabaseSettings.URL, ADDRESS), new EnvConfigSource(Map.of(variable, "s3cret"), 300)))
                .withMessageContaining(" is set, but the database's address is licensing.database.url")
                .withMessageNotContaining("s3cret");
    }

    /** As of other data sources, and what is no address. */
    @ParameterizedTest
    @ValueSource(
            strings = {"quarkus.datasource.reactive.max-size", "quarkus.datasource.other.username", "QUARKUS_DATASOURCE"
            })
    void address_quarkusHasSomethingElse_isNoMatter(String name) {
        assertThat(settings(given(DatabaseSettings.URL, ADDRESS), given(name, "1"))
                        .address()
                        .database())
                .isEqualTo("lic");
    }

    @Test
    void placeholder_givenToQuarkus_hasNoSecrets() {
        SmallRyeConfig config = builder(given(DatabaseSettings.URL, "postgresql://lic:s3cret@db/lic"))
                .build();

        assertThat(config.getConfigValue("quarkus.datasource.reactive.url").getValue())
                .startsWith("postgresql://")
                .doesNotContain("lic:", "s3cret", "@");
        assertThat(config.getConfigValue("quarkus.datasource.password").getValue())
                .isNull();
    }

    private static String read(ConfigSource source) throws IOException {
        return settings(source, given(DatabaseSettings.URL, ADDRESS)).password().read();
    }

    private static DatabaseSettings settings(ConfigSource... sources) {
        return DatabaseSettings.of(builder(sources).build());
    }

    private static SmallRyeConfigBuilder builder(ConfigSource... sources) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withInterceptors(new DatabasePlaceholder())
                .withSources(sources);
    }

    private static ConfigSource given(String name, String value) {
        return new PropertiesConfigSource(Map.of(name, value), name, 250);
    }
}
