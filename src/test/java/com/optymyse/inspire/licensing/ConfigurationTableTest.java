package com.optymyse.inspire.licensing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The configuration's table names every setting with its default, and no other; what is once named keeps its name. */
class ConfigurationTableTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| `(licensing\\.[a-z.-]+)` \\| (?:`([^`]*)`)? *\\| .+ \\|$", Pattern.MULTILINE);
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    @Test
    void readme_configurationTable_namesEverySettingAndItsDefault() throws IOException {
        Map<String, String> documented = ROW.matcher(Files.readString(Path.of("docs", "configuration.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), ConfigurationTableTest::defaultValue));

        assertThat(new TreeMap<>(documented)).isEqualTo(settings());
    }

    /** A setting under another name would be ignored by those who upgrade, and so have another value. */
    @Test
    void settings_namedOnce_keepTheirNames() throws IOException {
        assertThat(settings().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Files.readAllLines(Path.of("src", "test", "resources", "names", "settings.txt")));
    }

    private static String defaultValue(MatchResult row) {
        return row.group(2) == null ? "" : row.group(2);
    }

    private static Map<String, String> settings() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("com.optymyse.inspire.licensing")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                        .map(JavaClass::reflect)
                        .flatMap(ConfigurationTableTest::settings)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    private static Stream<Map.Entry<String, String>> settings(Class<?> mapping) {
        String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        return Arrays.stream(mapping.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && !method.isDefault())
                .map(method -> Map.entry(prefix + "." + name(method), defaultValue(method)));
    }

    private static String name(Method method) {
        WithName name = method.getAnnotation(WithName.class);
        return name == null
                ? CAPITAL.matcher(method.getName())
                        .replaceAll(capital -> "-" + capital.group().toLowerCase(Locale.ROOT))
                : name.value();
    }

    private static String defaultValue(Method method) {
        WithDefault value = method.getAnnotation(WithDefault.class);
        return value == null ? "" : value.value();
    }
}
