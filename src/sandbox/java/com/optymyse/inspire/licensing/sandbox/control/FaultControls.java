package com.optymyse.inspire.licensing.sandbox.control;

import com.optymyse.inspire.licensing.sandbox.state.Fault;
import com.optymyse.inspire.licensing.sandbox.state.FaultMode;
import com.optymyse.inspire.licensing.sandbox.state.Faults;
import com.optymyse.inspire.licensing.sandbox.state.Operation;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/** Makes the API misbehave. */
final class FaultControls {

    private static final Set<String> MEMBERS = Set.of("mode", "on", "after", "times", "delayMs", "status");
    private static final long DEFAULT_DELAY = 30_000;

    private final Faults faults;

    FaultControls(Faults faults) {
        this.faults = faults;
    }

    void addTo(ControlRoutes routes) {
        routes.add("GET /faults", "The faults in force.", request -> ControlReply.json(faults.inForce()));
        routes.add(
                "POST /faults",
                "Makes the API misbehave; {\"mode\", \"on\", \"after\", \"times\", \"delayMs\", \"status\"}, of which only the mode is needed.",
                request -> {
                    faults.set(fault(request));
                    return ControlReply.json(faults.inForce());
                });
    }

    private static Fault fault(ControlRequest request) {
        JsonObject json = request.json();
        json.fieldNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(stranger -> {
                    throw new IllegalArgumentException("A fault has no \"" + stranger + "\".");
                });
        try {
            return new Fault(
                    FaultMode.of(Optional.ofNullable(json.getString("mode"))
                            .orElseThrow(() -> new IllegalArgumentException("A fault has a \"mode\"."))),
                    Optional.ofNullable(json.getString("on")).map(Operation::of).orElse(null),
                    json.getInteger("after", 0),
                    json.getInteger("times"),
                    Optional.ofNullable(json.getLong("delayMs"))
                            .or(() -> request.number("delayMs"))
                            .orElse(DEFAULT_DELAY),
                    json.getInteger("status", 500));
        } catch (ClassCastException wrongType) {
            throw new IllegalArgumentException(
                    "\"mode\" and \"on\" are texts, \"after\", \"times\", \"delayMs\" and \"status\" numbers.",
                    wrongType);
        }
    }
}
