package com.optymyse.inspire.licensing.postgres;

import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import io.smallrye.config.SmallRyeConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the database is, as {@code licensing.database.url}, {@code .username} and {@code .password} say. They are taken
 * literally: a password may have any characters.
 *
 * @param address where to connect
 * @param password the password of the address, else that of the setting
 * @param warnings a sentence for each thing that has no effect
 */
public record DatabaseSettings(DatabaseAddress address, DatabasePassword password, List<String> warnings) {

    static final String URL = DatabaseAddress.SETTING;
    static final String USERNAME = "licensing.database.username";
    static final String PASSWORD = "licensing.database.password";

    /** Quarkus' own settings of the address, which this service does not read. */
    private static final List<String> NOT_READ = List.of(
            DatabasePlaceholder.URL,
            "quarkus.datasource.jdbc.url",
            "quarkus.datasource.username",
            "quarkus.datasource.password",
            "quarkus.datasource.credentials-provider");

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException when they are missing or wrong, in a sentence that names the setting
     */
    public static DatabaseSettings of(SmallRyeConfig config) {
        return Expressions.withoutExpansion(() -> read(config));
    }

    private static DatabaseSettings read(SmallRyeConfig config) {
        NOT_READ.stream()
                .filter(name -> isSet(config.getConfigValue(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(name + " is set, but the database's address is " + URL
                            + ", with .username and .password. Remove " + name + ".");
                });
        String url = text(config, URL)
                .orElseThrow(() -> new IllegalArgumentException(
                        URL + " is not set. It is the database's address: postgresql://host/database."));
        DatabaseAddress address = DatabaseAddress.parse(url, text(config, USERNAME));
        ConfigValue password = config.getConfigValue(PASSWORD);
        List<String> warnings = new ArrayList<>(address.warnings());
        if (address.password() != null && given(password).isPresent()) {
            warnings.add(PASSWORD + " has no effect, because " + URL + " has a password.");
        }
        return new DatabaseSettings(address, DatabasePassword.of(address.password(), password), warnings);
    }

    private static boolean isSet(ConfigValue value) {
        return given(value).isPresent() && !DatabasePlaceholder.NAME.equals(value.getConfigSourceName());
    }

    private static Optional<String> text(SmallRyeConfig config, String name) {
        return given(config.getConfigValue(name));
    }

    private static Optional<String> given(ConfigValue value) {
        return Optional.ofNullable(value.getValue()).filter(text -> !text.isEmpty());
    }

    ConnectSettings connections() {
        return new AddressSettings(address, password);
    }
}
