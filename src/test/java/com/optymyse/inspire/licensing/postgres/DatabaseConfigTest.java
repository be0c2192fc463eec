package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseConfigTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT1M"})
    void timeouts_withinTheirBounds_areTaken(Duration value) {
        assertThat(with("timeout", value).timeout()).isEqualTo(value);
        assertThat(with("transaction-timeout", value).transactionTimeout()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "timeout, PT0.999S",
        "timeout, PT1M0.001S",
        "transaction-timeout, PT0.999S",
        "transaction-timeout, PT1M0.001S"
    })
    void timeouts_outOfTheirBounds_areRefused(String setting, Duration value) {
        assertThatThrownBy(() -> with(setting, value))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining("licensing.database." + setting);
    }

    /** The services of this package are found as in production: nothing looks for an expression in a secret. */
    @ParameterizedTest
    @ValueSource(strings = {"a${b}\\c", "$", "${", "\\"})
    void password_likeAnExpression_isTakenLiterally(String password) {
        assertThat(with("password", password).password()).hasValue(password);
    }

    private static DatabaseConfig with(String setting, Object value) {
        try (ValidatorFactory validation = Validation.buildDefaultValidatorFactory()) {
            return ConfigUtils.configBuilder()
                    .withMapping(DatabaseConfig.class)
                    .withValidator((BeanValidationConfigValidator) validation::getValidator)
                    // Above what a service that was tested before in this JVM was started with.
                    .withSources(new PropertiesConfigSource(
                            Map.of("licensing.database." + setting, value.toString()), "test", 1000))
                    .build()
                    .getConfigMapping(DatabaseConfig.class);
        }
    }
}
