package com.optymyse.inspire.walls;

import dev.openfeature.sdk.Client;
import dev.openfeature.sdk.OpenFeatureAPI;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.atomic.AtomicInteger;

/** A feature that has to be licensed, and a capacity that is. */
@Path("/")
public class VideoWallResource {

    private final Client licensed = OpenFeatureAPI.getInstance().getClient();
    private final AtomicInteger displays = new AtomicInteger();

    @POST
    @Path("/video-walls")
    public Response addWall() {
        return licensed.getBooleanValue("VIDEO_WALL_SYNC", false)
                ? Response.status(201).build()
                : refused("Video walls are not licensed.");
    }

    /**
     * The limit governs adding; displays that are there stay, whatever the license says later. Whether there is room, and that one
     * more is there, is one step: requests that come at the same time would find the same room otherwise. Where displays are rows
     * of a database, one statement does both, or a lock.
     */
    @POST
    @Path("/displays")
    public Response addDisplay() {
        int limit = licensed.getIntegerValue("MAX_DISPLAYS", 0);
        int before = displays.getAndUpdate(count -> count < limit ? count + 1 : count);
        return before < limit
                ? Response.status(201).build()
                : refused("No more than " + limit + " displays are licensed.");
    }

    private static Response refused(String why) {
        return Response.status(403).entity(why).build();
    }
}
