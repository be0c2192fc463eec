package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.postgres.DatabaseAddress.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the meaning of an address that was taken apart. A sentence of an error goes on where the setting's name ends. */
final class DatabaseAddressParser {

    private static final int DEFAULT_PORT = 5432;
    private static final int LAST_PORT = 65_535;
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final String DEFAULT_APPLICATION_NAME = "inspire-licensing";
    private static final Pattern HOST_NAME =
            Pattern.compile("[\\p{L}\\p{N}._-]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(?:%\\w+)?");

    private final AddressText text;
    private final Optional<String> username;
    private final Map<String, String> parameters;

    DatabaseAddressParser(AddressText text, Optional<String> username) {
        this.text = text;
        this.username = username;
        // As in libpq, what is empty is not given.
        this.parameters = text.parameters().entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    DatabaseAddress address() {
        text.parameters().forEach(AddressParameter::check);
        requireAPrimary();
        Tls tls = Tls.of(parameters);
        return new DatabaseAddress(
                hosts(),
                required("database", parameter("dbname").or(() -> given(text.database()))),
                required(
                        "user, and " + DatabaseSettings.USERNAME + " is not set",
                        parameter("user").or(() -> given(text.user())).or(() -> username)),
                password(),
                tls,
                parameter("application_name")
                        .or(() -> parameter("fallback_application_name"))
                        .orElse(DEFAULT_APPLICATION_NAME),
                session(),
                warnings(tls));
    }

    private List<Host> hosts() {
        String[] names = parameter("host").orElse(text.hosts()).split(",", -1);
        String[] ports = parameter("port").orElse(text.ports()).split(",", -1);
        if (ports.length != 1 && ports.length != names.length) {
            throw new IllegalArgumentException("must have one port, or as many ports as hosts.");
        }
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            hosts.add(new Host(hostName(names[i]), port(ports[ports.length == 1 ? 0 : i])));
        }
        return hosts;
    }

    private static String hostName(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("names no host: postgresql://host/database.");
        }
        if (name.startsWith("/") || name.startsWith("@")) {
            throw new IllegalArgumentException(
                    "names a socket directory as its host. The service connects only by TCP.");
        }
        if (!HOST_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("has a host name with invalid characters.");
        }
        return name;
    }

    private static int port(String port) {
        if (port.isEmpty()) {
            return DEFAULT_PORT;
        }
        int number = PORT.matcher(port).matches() ? Integer.parseInt(port) : 0;
        if (number < 1 || number > LAST_PORT) {
            throw new IllegalArgumentException("has a port that is not a number from 1 to 65535.");
        }
        return number;
    }

    private @Nullable String password() {
        return parameter("password").or(() -> given(text.password())).orElse(null);
    }

    private void requireAPrimary() {
        parameter("target_session_attrs")
                .filter(wanted -> !Set.of("any", "read-write", "primary").contains(wanted))
                .ifPresent(standby -> {
                    throw new IllegalArgumentException(
                            "has target_session_attrs with another value than any, read-write or"
                                    + " primary. The service writes, which a standby can't.");
                });
    }

    private List<SessionSetting> session() {
        List<SessionSetting> settings = new ArrayList<>(options(setting -> !Session.isOwn(setting)));
        parameter("search_path")
                .or(() -> parameter("currentSchema"))
                .ifPresent(path -> settings.add(new SessionSetting("search_path", path)));
        return settings;
    }

    private List<SessionSetting> options(Predicate<SessionSetting> wanted) {
        return SessionOptions.parse(parameters.getOrDefault("options", "")).stream()
                .filter(wanted)
                .toList();
    }

    private List<String> warnings(Tls tls) {
        List<String> warnings = new ArrayList<>();
        String ignored = parameters.keySet().stream()
                .filter(AddressParameter::hasNoEffect)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!ignored.isEmpty()) {
            warnings.add(DatabaseAddress.SETTING + " has parameters without effect here: " + ignored + ".");
        }
        String own = options(Session::isOwn).stream()
                .map(SessionSetting::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!own.isEmpty()) {
            warnings.add(DatabaseAddress.SETTING
                    + " has options that the service sets by itself. The service ignores them: " + own + ".");
        }
        if (parameter("channel_binding").filter("require"::equals).isPresent()
                && !tls.mode().verifies()) {
            warnings.add(DatabaseAddress.SETTING
                    + " has channel_binding=require, which can't be enforced. Use sslmode=verify-full, which is as"
                    + " safe.");
        }
        if (tls.authorities() != null && !tls.mode().verifies()) {
            warnings.add(DatabaseAddress.SETTING + " has sslrootcert, but with sslmode="
                    + tls.mode().text() + " no certificate is checked. Use sslmode=verify-full.");
        }
        return warnings;
    }

    private Optional<String> parameter(String name) {
        return given(parameters.get(name));
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    private static String required(String what, Optional<String> value) {
        return value.orElseThrow(() -> new IllegalArgumentException("names no " + what + "."));
    }
}
