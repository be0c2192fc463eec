package com.optymyse.inspire.licensing.page;

import com.optymyse.inspire.licensing.license.Contacts;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What the page has to know before anybody has signed in: no secrets.
 *
 * @param oidc how to sign in; null when that is not configured
 * @param sandbox whether the sandbox is beside the service and signs in everybody
 * @param licensingServer the host name of the licensing server, for texts
 * @param contact whom to ask
 */
record PageSettings(@Nullable Oidc oidc, boolean sandbox, String licensingServer, Contacts contact) {

    /** An identity provider, and what the page is called there. */
    record Oidc(URI authority, String clientId, String scope) {}
}
