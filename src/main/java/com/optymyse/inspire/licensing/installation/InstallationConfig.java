package com.optymyse.inspire.licensing.installation;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** What this installation is called. */
@ConfigMapping(prefix = "licensing.installation")
public interface InstallationConfig {

    /**
     * The name under which the licensing server knows this installation: 1 to 128 letters, digits and {@code . _ : -}.
     * Taken when the installation is created, at the very first start; without it, a random UUID. Another one later is
     * taken at the next activation.
     */
    Optional<@Pattern(regexp = "[A-Za-z0-9._:-]{1,128}", message = "has 1 to 128 letters, digits and . _ : -") String>
            fingerprint();
}
