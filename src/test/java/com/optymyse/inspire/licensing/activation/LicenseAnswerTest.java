package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.admin.LicenseAnswer;
import com.optymyse.inspire.licensing.admin.Replica;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.Agents;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.LicenseState;
import java.util.List;
import org.junit.jupiter.api.Test;

class LicenseAnswerTest {

    /** Support has to know what can change the service. */
    @Test
    void of_serviceStartedWithAgents_namesThem() {
        LicenseAnswer answer = LicenseAnswer.of(
                Held.snapshot(new LicenseState.None()),
                Held.T,
                new Replica("1.2.3", TestVendor.anchors(), new Agents(List.of("/opt/tracing.jar", "jdwp"))),
                "jane",
                null,
                List.of(),
                null,
                null);

        assertThat(answer.installation().agents()).containsExactly("/opt/tracing.jar", "jdwp");
        assertThat(answer.installation().version()).isEqualTo("1.2.3");
    }
}
