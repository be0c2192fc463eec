package com.optymyse.inspire.walls;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;

/** Where the licensing service is, and what to show it. */
@ConfigMapping(prefix = "licensing")
interface LicensingConfig {

    URI url();

    /** A file with an access token, which somebody else keeps fresh. */
    Path tokenFile();
}
