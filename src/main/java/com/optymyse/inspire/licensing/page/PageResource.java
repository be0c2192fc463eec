package com.optymyse.inspire.licensing.page;

import com.optymyse.inspire.licensing.license.Contacts;
import com.optymyse.inspire.licensing.page.PageSettings.Oidc;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.Cache;

/**
 * The settings of the Licensing page. They are for the page only, so they are not part of the API description. The service
 * does not start with settings that the page can't use.
 */
@Startup
@Path("/licensing/config.json")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Cache(noStore = true)
class PageResource {

    private final PageSettings settings;

    PageResource(
            PageConfig page, Contacts contacts, @ConfigProperty(name = "licensing.server.url") URI licensingServer) {
        this.settings = new PageSettings(
                page.authority()
                        .map(authority -> new Oidc(authority, page.clientId(), page.scope()))
                        .orElse(null),
                LaunchMode.current() == LaunchMode.DEVELOPMENT,
                licensingServer.getHost(),
                contacts,
                page.troubleshootingUrl(),
                page.documentationUrl().orElse(null));
    }

    @GET
    @Operation(hidden = true)
    public PageSettings settings() {
        return settings;
    }
}
