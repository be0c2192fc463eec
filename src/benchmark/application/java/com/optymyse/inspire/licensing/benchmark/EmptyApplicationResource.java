package com.optymyse.inspire.licensing.benchmark;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that there is of an application with the service's extensions, a pool and one session. */
@Path("/empty")
@Authenticated
@NonBlocking
@Produces(MediaType.TEXT_PLAIN)
public class EmptyApplicationResource {

    private final Mutiny.SessionFactory sessions;

    EmptyApplicationResource(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The number one, as PostgreSQL knows it. */
    @GET
    public Uni<String> empty() {
        return sessions.withSession(session ->
                session.createNativeQuery("SELECT 1", Integer.class).getSingleResult().map(String::valueOf));
    }
}
