package com.optymyse.inspire.licensing.page;

import com.optymyse.inspire.licensing.license.Contacts;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the page has to know before anybody has signed in: no secrets.
 *
 * @param oidc how to sign in; null when that is not configured
 * @param sandbox whether the sandbox is beside the service and signs in everybody
 * @param licensingServer the host name of the licensing server, for texts
 * @param contact whom to ask
 * @param troubleshooting where help with trouble is, which may be relative to the service's address
 * @param documentation where the documentation is, likewise; null for no link to it
 */
record PageSettings(
        @Nullable Oidc oidc,
        boolean sandbox,
        String licensingServer,
        Contacts contact,
        URI troubleshooting,
        @Nullable URI documentation) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    PageSettings {
        requireLink("licensing.page.troubleshooting-url", troubleshooting);
        requireLink("licensing.page.documentation-url", documentation);
    }

    /** Refuses an address that a browser does not show as a page. */
    private static void requireLink(String setting, @Nullable URI link) {
        if (link != null && !isRelative(link) && !isOfTheWeb(link)) {
            throw new IllegalArgumentException(
                    setting + " must be an http or https address, or one relative to the service's, not " + link + ".");
        }
    }

    private static boolean isRelative(URI link) {
        return !link.isAbsolute() && link.getRawAuthority() == null;
    }

    /**
     * Whether a link is an http or https address. The host is not checked: it is null for a name with an underscore, as
     * names of containers have.
     */
    private static boolean isOfTheWeb(URI link) {
        return link.isAbsolute()
                && link.getRawAuthority() != null
                && SCHEMES.contains(link.getScheme().toLowerCase(Locale.ROOT));
    }

    /** An identity provider, and what the page is called there. */
    record Oidc(URI authority, String clientId, String scope) {}
}
