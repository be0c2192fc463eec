package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.postgres.DatabaseAddress.Host;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Expressions;
import io.smallrye.config.SmallRyeConfig;
import io.vertx.pgclient.PgConnectOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Where the database is, as {@code licensing.database.url}, {@code .username} and {@code .password} say. They are taken
 * literally: a password may have any characters.
 *
 * @param address where to connect
 * @param password the password of the address, else that of the setting
 * @param warnings a sentence for each thing that has no effect
 */
public record DatabaseSettings(DatabaseAddress address, DatabasePassword password, List<String> warnings)
        implements ConnectSettings {

    static final String URL = DatabaseAddress.SETTING;
    static final String USERNAME = "licensing.database.username";
    static final String PASSWORD = "licensing.database.password";

    /**
     * Quarkus' own settings of the address, which this service does not read, in each form that it takes: as an element of a
     * list, by the name of the data source, and as an environment variable.
     */
    private static final Pattern NOT_READ = Pattern.compile("quarkus_datasource_(default_)?"
            + "(reactive_url|jdbc_url|username|password|credentials_provider)(_\\d+_)?");

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException when they are missing or wrong, in a sentence that names the setting
     */
    public static DatabaseSettings of(SmallRyeConfig config) {
        return Expressions.withoutExpansion(() -> read(config));
    }

    private static DatabaseSettings read(SmallRyeConfig config) {
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(DatabaseSettings::isOfQuarkus)
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

    private static boolean isOfQuarkus(String name) {
        return NOT_READ.matcher(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_"))
                .matches();
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

    @Override
    public List<PgConnectOptions> hosts() throws IOException {
        TlsFiles files = TlsFiles.read(address.tls());
        String present = password.read();
        List<PgConnectOptions> hosts = new ArrayList<>();
        for (Host host : address.hosts()) {
            hosts.add(options(host, present, files));
        }
        return hosts;
    }

    @Override
    public int hostCount() {
        return address.hosts().size();
    }

    @Override
    public String sessionSql() {
        return SessionSetting.sql(address.session());
    }

    private PgConnectOptions options(Host host, String present, TlsFiles files) throws IOException {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(host.name())
                .setPort(host.port())
                .setDatabase(address.database())
                .setUser(address.user())
                .setPassword(present)
                // And nothing else: with its default settings PgBouncer refuses a connection that sets more at its
                // start.
                .setProperties(new HashMap<>(Map.of(
                        "application_name", address.applicationName(), "client_encoding", "utf8", "DateStyle", "ISO")));
        try {
            files.addTo(options);
        } catch (GeneralSecurityException unusable) {
            throw new IOException("The certificates of the database's address can't be used.", unusable);
        }
        return options;
    }
}
