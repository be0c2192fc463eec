package com.optymyse.inspire.licensing.problem;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The contacts in the texts of this service: each a name, an e-mail address or a web address. */
@ConfigMapping(prefix = "licensing.contact")
public interface ContactConfig {

    /** The contact for technical problems: license files, seats to release, unexpected errors. */
    @WithDefault("Optymyse support")
    String support();

    /** The contact that renews, extends and reinstates licenses. */
    @WithDefault("your Optymyse account manager")
    String sales();

    /**
     * The people with the role Admin in this installation. The page names them to people without the role. The text is
     * public, because the page shows it before sign-in.
     */
    Optional<String> administrators();
}
