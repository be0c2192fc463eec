package com.optymyse.inspire.licensing.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditReportTest {

    @Test
    void entries_firstToLast_countsBoth() {
        assertThat(new AuditReport(6, 10, null).entries()).isEqualTo(5);
        assertThat(new AuditReport(6, 5, null).entries()).isZero();
        assertThat(AuditReport.EMPTY.entries()).isZero();
    }
}
