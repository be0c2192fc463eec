package com.optymyse.inspire.licensing.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.util.Optional;

/**
 * How people sign in at the standalone Licensing page, and the targets of its links. An embedded page gets its token
 * from the application around it.
 */
@ConfigMapping(prefix = "licensing.page")
public interface PageConfig {

    /**
     * The identity provider, which must speak OpenID Connect: the address before {@code /.well-known/openid-configuration}.
     * Without it nobody can sign in at the standalone page.
     */
    @WithName("oidc.authority")
    Optional<URI> authority();

    /** The page's name at the identity provider: a public client, for the authorization code flow with PKCE. */
    @WithName("oidc.client-id")
    @WithDefault("inspire-licensing")
    String clientId();

    /** The scopes that the page requests; with {@code offline_access} some identity providers renew a token without a click. */
    @WithName("oidc.scope")
    @WithDefault("openid profile")
    String scope();

    /**
     * The address behind “Licensing Troubleshooting” on the page: an http or https address, or an address relative to
     * the service's. The default is the list of the service's own problem pages.
     */
    @WithDefault("problems")
    URI troubleshootingUrl();

    /** The address behind “Documentation” on the page, of the same forms. Without it the page has no such link. */
    Optional<URI> documentationUrl();
}
