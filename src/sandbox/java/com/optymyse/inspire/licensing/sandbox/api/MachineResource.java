package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.state.DemoLicense;
import com.optymyse.inspire.licensing.sandbox.state.Machine;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** A machine as the JSON:API resource of API version 1.7. */
record MachineResource(Machine machine, DemoLicense license, Instant now) {

    JsonObject json() {
        return new JsonObject()
                .put("id", machine.id())
                .put("type", "machines")
                .put("attributes", attributes())
                .put("relationships", relationships())
                .put("links", new JsonObject().put("self", self()));
    }

    private String self() {
        return Links.ACCOUNT + "/machines/" + machine.id();
    }

    private JsonObject attributes() {
        JsonObject attributes = new JsonObject().put("fingerprint", machine.fingerprint());
        for (String detail : List.of("cores", "ip", "hostname", "platform", "name")) {
            attributes.put(detail, machine.details().get(detail));
        }
        return attributes
                .put("requireHeartbeat", license.policy().requireHeartbeat())
                .put("heartbeatStatus", machine.heartbeatStatus(now))
                .put("heartbeatDuration", Machine.HEARTBEAT.toSeconds())
                .put("maxProcesses", null)
                .put("lastCheckOut", Resources.time(machine.checkedOut()))
                .put("lastHeartbeat", Resources.time(machine.lastHeartbeat()))
                .put("nextHeartbeat", Resources.time(machine.nextHeartbeat().orElse(null)))
                .put("metadata", machine.details().getOrDefault("metadata", new JsonObject()))
                .put("created", Resources.time(machine.created()))
                .put("updated", Resources.time(machine.updated()));
    }

    private JsonObject relationships() {
        String self = self();
        return new JsonObject()
                .put("account", Links.account())
                .put(
                        "product",
                        Links.linked(
                                self + "/product", "products", license.policy().product()))
                .put("group", Links.linked(self + "/group", "groups", null))
                .put("license", Links.linked(self + "/license", "licenses", license.id()))
                .put("owner", Links.linked(self + "/owner", "users", null))
                .put("components", Links.related(self + "/components"))
                .put("processes", Links.related(self + "/processes"));
    }
}
