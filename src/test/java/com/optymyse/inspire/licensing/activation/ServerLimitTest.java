package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerLimitTest {

    @ParameterizedTest
    @CsvSource({
        "MACHINE_LIMIT_EXCEEDED, MACHINES, seat",
        "MACHINE_CORE_LIMIT_EXCEEDED, CORES, cores",
        "MACHINE_MEMORY_LIMIT_EXCEEDED, MEMORY, memory",
        "MACHINE_DISK_LIMIT_EXCEEDED, DISK, disk space",
        "GROUP_MACHINE_LIMIT_EXCEEDED, GROUP, group",
        "ACTIVATIONS_LIMIT_EXCEEDED, OTHER, limit"
    })
    void of_code_hasItsOwnSentenceWithTheCode(String code, ServerLimit limit, String word) {
        assertThat(ServerLimit.of(code)).isEqualTo(limit);
        assertThat(Refusals.limitReached(code).detail()).contains("(" + code + ")", word);
    }
}
