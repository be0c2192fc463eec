package com.optymyse.inspire.licensing.trust;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The vendor whose signatures the service accepts. A vendor's package has these settings built in. They can't be
 * configured then.
 */
@ConfigMapping(prefix = "licensing.vendor")
public interface VendorConfig {

    /** The vendor's public keys, the newest first: hex, base64 of SPKI DER, PEM, or base64 of one of these texts. */
    Optional<List<String>> keys();

    /** The id (UUID) of the vendor's account at the licensing server. */
    Optional<String> account();

    /** The id (UUID) of the product that licenses must be for. */
    Optional<String> product();

    /** The signature algorithms accepted in license files: ed25519, rsa-sha256, rsa-pss-sha256, ecdsa-p256. */
    @WithDefault("ed25519")
    Set<String> algorithms();

    /** The kinds of file accepted at offline activation: machine, license. */
    @WithDefault("machine")
    Set<String> offlineKinds();

    /**
     * The longest time from the issue of a license file to its end here, even if its own end is later or it has none.
     * It applies to files that are activated while it is set. If it is not set, a file is valid until its own end.
     */
    Optional<Duration> longestOfflineFile();

    /**
     * Whether a license file is accepted only if its license lists the installation's fingerprint: true or false. It is
     * a text, because the service would read a misspelt flag as false.
     */
    @WithDefault("false")
    String offlineListedOnly();
}
