package com.optymyse.inspire.licensing.keygen;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/**
 * How to reach the vendor's licensing server. The environment names the proxy ({@code ProxyRules}). Quarkus' own
 * settings of the client, {@code quarkus.rest-client.licensing-server.*}, take precedence over the environment, and set
 * the connect timeout.
 */
@ConfigMapping(prefix = "licensing.server")
interface LicensingServerConfig {

    /** The licensing server's address, without {@code /v1}. */
    @WithDefault("https://licensing.api.optymyse.com")
    URI url();

    /** Whether the service may call the licensing server at all. When false, only license files can be activated. */
    @WithDefault("true")
    boolean enabled();

    /**
     * A file in PEM with the operator's own certificate authorities, if one of them issued the certificate of the
     * server or of a proxy. The service trusts them in addition to the JVM's authorities.
     */
    Optional<Path> trustedCertificates();

    /** Whether the address of another host may begin with {@code http://}. License keys are then sent unencrypted. */
    @WithDefault("false")
    boolean allowHttp();

    /**
     * Whether paths name the vendor's account ({@code /v1/accounts/<account>/…}). False for a server that serves one
     * account under its own host name and knows no such paths.
     */
    @WithDefault("true")
    boolean accountInPath();

    /**
     * The host name that the licensing server signs its responses for, if a proxy in front of the server has another
     * host name. The default is the host of {@code licensing.server.url}.
     */
    Optional<String> signedHost();

    /**
     * How long one call may take, 15 seconds at most. A request that makes several calls ends by
     * {@code licensing.activation.deadline}.
     */
    @WithDefault("10s")
    @DurationMin(millis = 1)
    @DurationMax(seconds = 15)
    Duration timeout();

    /**
     * How long a certificate is valid while the licensing server can't be reached. At least one hour. An online license
     * uses a certificate for 30 days at most.
     */
    @WithDefault("14d")
    @DurationMin(hours = 1)
    Duration certificateTtl();
}
