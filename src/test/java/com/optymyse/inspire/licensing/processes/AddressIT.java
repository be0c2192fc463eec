package com.optymyse.inspire.licensing.processes;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.optymyse.inspire.licensing.testing.ReleasedPackage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service does not start with an address that can't be followed, and says what is wrong with it and nothing else. */
@Tag("thorough")
class AddressIT {

    private final Premises premises = Premises.of(AddressIT.class);

    @AfterEach
    void stop() {
        premises.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quarkus.datasource.reactive.url | postgresql://db/lic                    | quarkus.datasource.reactive.url is set, but the database's address is licensing.database.url
            licensing.database.url          | postgresql://db/lic?sslmode=verify-full | licensing.database.url has sslmode=verify-full without sslrootcert.
            licensing.database.url          | postgresql://db/lic?target_session_attrs=standby | licensing.database.url has target_session_attrs with another value than any, read-write or primary.
            """)
    void addressThatCantBeFollowed_serviceEndsWithASentence(String setting, String value, String sentence) {
        Map<String, String> settings = new HashMap<>(premises.settings());
        settings.put(setting, value);

        assertThatIllegalStateException()
                .isThrownBy(() -> OperatorCommand.run(ReleasedPackage.application(), settings, List.of()))
                .withMessageContaining(" failed: " + sentence)
                .withMessageNotContaining("\tat ");
    }
}
