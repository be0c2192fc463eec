package com.optymyse.inspire.licensing.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrailReportTest {

    @Test
    void entries_firstToLast_countsBoth() {
        assertThat(new TrailReport(6, 10, null).entries()).isEqualTo(5);
        assertThat(new TrailReport(6, 5, null).entries()).isZero();
        assertThat(TrailReport.EMPTY.entries()).isZero();
    }
}
