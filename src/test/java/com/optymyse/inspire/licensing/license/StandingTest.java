package com.optymyse.inspire.licensing.license;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    @ParameterizedTest
    @CsvSource({"LICENSED, true", "GRACE, true", "RESTRICTED, false", "UNLICENSED, false"})
    void licensed_eachStanding_saysWhetherTheLicenseCounts(Standing standing, boolean licensed) {
        assertThat(standing.licensed()).isEqualTo(licensed);
    }
}
