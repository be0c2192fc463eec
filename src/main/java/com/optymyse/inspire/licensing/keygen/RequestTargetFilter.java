package com.optymyse.inspire.licensing.keygen;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.net.URI;
import java.util.Locale;

/**
 * Notes on each response which request it belongs to, in the words of the signature: method, path and query exactly as
 * sent. No server can send a header of this name, since parentheses are not allowed in one.
 */
final class RequestTargetFilter implements ClientResponseFilter {

    static final String REQUEST_TARGET = "(request-target)";

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        if (response.getHeaders() == null) {
            // The client runs its filters also where the connection broke off before a response came.
            return;
        }
        URI uri = request.getUri();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String target = request.getMethod().toLowerCase(Locale.ROOT) + " " + uri.getRawPath() + query;
        response.getHeaders().putSingle(REQUEST_TARGET, target);
    }
}
