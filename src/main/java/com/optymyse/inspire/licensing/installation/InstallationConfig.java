package com.optymyse.inspire.licensing.installation;

import io.smallrye.config.ConfigMapping;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;

/** The name of this installation at the licensing server. */
@ConfigMapping(prefix = "licensing.installation")
public interface InstallationConfig {

    /**
     * The name under which the licensing server knows this installation: 1 to 128 letters, digits and {@code . _ : -}.
     * The installation gets it at its first start; without it, a random UUID. A later change takes effect at the next
     * activation.
     */
    Optional<
                    @Pattern(
                            regexp = "[A-Za-z0-9._:-]{1,128}",
                            message = "must have 1 to 128 letters, digits and . _ : -")
                    String>
            fingerprint();
}
