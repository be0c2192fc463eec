package com.optymyse.inspire.licensing.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** The audit trail. */
@ConfigMapping(prefix = "licensing.audit")
public interface AuditConfig {

    /** How long entries are kept; at least 31 days. */
    @WithDefault("P400D")
    @DurationMin(days = 31)
    Duration keep();
}
