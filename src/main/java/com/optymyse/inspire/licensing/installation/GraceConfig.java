package com.optymyse.inspire.licensing.installation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When an installation is in grace. */
@ConfigMapping(prefix = "licensing.grace")
public interface GraceConfig {

    /** How long after the licensing server's last signed response an online license goes into grace. */
    @WithDefault("48H")
    Duration after();
}
