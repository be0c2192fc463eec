package com.optymyse.inspire.licensing.installation;

import static com.optymyse.inspire.licensing.installation.Held.T;
import static com.optymyse.inspire.licensing.installation.Held.hours;
import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.TestVendor;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostProblemsTest {

    private static final StoredInstallation STORED = Held.stored(new Holding.None());

    @Test
    void of_allInOrder_none() {
        assertThat(HostProblems.of(STORED, T, Optional.empty())).isEmpty();
        assertThat(HostProblems.of(STORED, T, Optional.of(TestVendor.FINGERPRINT)))
                .isEmpty();
    }

    @Test
    void of_otherFingerprintConfigured_namesBoth() {
        assertThat(HostProblems.of(STORED, T, Optional.of("renamed")))
                .singleElement()
                .asString()
                .contains("renamed", TestVendor.FINGERPRINT, "next activation");
    }

    @Test
    void of_clockBehindByMoreThanFiveMinutes_namesBothTimes() {
        StoredInstallation seen = STORED.with(new Marks(T, hours(1)));

        assertThat(HostProblems.of(seen, hours(1).minus(Duration.ofMinutes(5)), Optional.empty()))
                .isEmpty();
        assertThat(HostProblems.of(seen, hours(1).minus(Duration.ofMinutes(5)).minusNanos(1), Optional.empty()))
                .singleElement()
                .asString()
                .contains(hours(1).toString(), "Put the clock right");
    }

    @Test
    void of_marksEdited_said() {
        assertThat(HostProblems.of(STORED.with(Marks.NONE.edited()), T, Optional.empty()))
                .singleElement()
                .asString()
                .contains("changed in the database");
    }
}
