package com.optymyse.inspire.licensing.testing;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;

/** Errors of this service's own, at the places of a call to the licensing server where a test wants one. */
@Provider
public final class PlantedErrors implements ClientRequestFilter, ClientResponseFilter {

    /** Where an error can be. */
    public enum Place {
        NOWHERE,
        REQUEST_FILTER,
        RESPONSE_FILTER,
        READING
    }

    private static volatile Place place = Place.NOWHERE;

    /** Lets every call fail at a place, from now on. */
    public static void plant(Place where) {
        place = where;
    }

    @Override
    public void filter(ClientRequestContext request) {
        failAt(Place.REQUEST_FILTER);
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        failAt(Place.RESPONSE_FILTER);
        if (place == Place.READING) {
            response.setEntityStream(new InputStream() {
                @Override
                public int read() {
                    throw error();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    throw error();
                }
            });
        }
    }

    private static void failAt(Place here) {
        if (place == here) {
            throw error();
        }
    }

    /** What a mistake of ours looks like. */
    public static NullPointerException error() {
        return new NullPointerException("planted");
    }
}
