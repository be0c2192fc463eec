package com.optymyse.inspire.licensing.sandbox.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the embedded PostgreSQL offers itself; it starts when its address is read, which no test here does. */
class EmbeddedDatabaseConfigTest {

    @Test
    void devProfile_withoutDatabase_isOfferedOneBelowEverythingElse() {
        SmallRyeConfig config = config("dev", Map.of());

        assertThat(isOffered(config)).isTrue();
        assertThat(config.getConfigValue("licensing.database.username").getValue())
                .isEqualTo("inspire_licensing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "prod"})
    void otherProfiles_areOfferedNone(String profile) {
        assertThat(isOffered(config(profile, Map.of()))).isFalse();
    }

    @Test
    void devProfile_withDatabase_isOfferedNone() {
        assertThat(isOffered(config("dev", Map.of("licensing.database.url", "somewhere"))))
                .isFalse();
    }

    private static SmallRyeConfig config(String profile, Map<String, String> configured) {
        return new SmallRyeConfigBuilder()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(configured, "configured", 250))
                .withSources(new EmbeddedDatabaseConfig())
                .build();
    }

    private static boolean isOffered(SmallRyeConfig config) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .anyMatch(source -> source.getName().equals("embedded PostgreSQL"));
    }
}
