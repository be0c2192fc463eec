package com.optymyse.inspire.licensing.problem;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Whom the texts of this service tell people to contact: a name, an e-mail address or a web address. */
@ConfigMapping(prefix = "licensing.contact")
public interface ContactConfig {

    /** Who helps with technical trouble: license files, seats to release, unexpected errors. */
    @WithDefault("Optymyse support")
    String support();

    /** Who renews, extends and reinstates licenses. */
    @WithDefault("your Optymyse account manager")
    String sales();

    /**
     * Who has the role Admin in this installation. The page names them to people without the role. It is public, because
     * the page tells it before anybody has signed in.
     */
    Optional<String> administrators();
}
