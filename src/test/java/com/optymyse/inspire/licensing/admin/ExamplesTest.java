package com.optymyse.inspire.licensing.admin;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @MethodSource("examples")
    void example_any_isOfItsRecord(String example, Class<?> record) {
        assertThatCode(() -> STRICT.readValue(example, record)).doesNotThrowAnyException();
    }

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of(Examples.ONLINE, ActivationRequest.class),
                Arguments.of(Examples.PREVIEWED, ActivationRequest.class),
                Arguments.of(Examples.OFFLINE, ActivationRequest.class),
                Arguments.of(Examples.LICENSED, LicenseAnswer.class),
                Arguments.of(Examples.UNLICENSED, LicenseAnswer.class),
                Arguments.of(Examples.PREVIEW, PreviewAnswer.class),
                Arguments.of(Examples.HISTORY, HistoryAnswer.class),
                Arguments.of(Examples.SOUND_TRAIL, TrailAnswer.class));
    }
}
