package com.optymyse.inspire.licensing.sandbox.control;

import com.optymyse.inspire.licensing.sandbox.state.Fault;
import com.optymyse.inspire.licensing.sandbox.state.FaultMode;
import com.optymyse.inspire.licensing.sandbox.state.Faults;
import com.optymyse.inspire.licensing.sandbox.state.Operation;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the API misbehave. */
final class FaultControls {

    private static final Set<String> MEMBERS =
            Set.of("mode", "on", "after", "times", "delayMs", "status", "retryAfter", "code");
    private static final long DEFAULT_DELAY = 30_000;
    private static final String DEFAULT_PAUSE = "30";

    private final Faults faults;

    FaultControls(Faults faults) {
        this.faults = faults;
    }

    void addTo(ControlRoutes routes) {
        routes.add("GET /faults", "The faults in force.", request -> ControlReply.json(faults.inForce()));
        routes.add(
                "POST /faults",
                "Makes the API misbehave; {\"mode\", \"on\", \"after\", \"times\", \"delayMs\", \"status\", \"retryAfter\", \"code\"}, of which only the mode is needed.",
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
            FaultMode mode = FaultMode.of(Optional.ofNullable(json.getString("mode"))
                    .orElseThrow(() -> new IllegalArgumentException("A fault has a \"mode\".")));
            Operation on =
                    Optional.ofNullable(json.getString("on")).map(Operation::of).orElse(null);
            return new Fault(
                    mode,
                    on,
                    json.getInteger("after", 0),
                    json.getInteger("times"),
                    Optional.ofNullable(json.getLong("delayMs"))
                            .or(() -> request.number("delayMs"))
                            .orElse(DEFAULT_DELAY),
                    json.getInteger("status", 500),
                    json.getString("retryAfter", mode == FaultMode.RATE_LIMIT ? DEFAULT_PAUSE : null),
                    Optional.ofNullable(json.getString("code", mode == FaultMode.LIMIT ? usualCode(on) : null))
                            .filter(code -> !code.isBlank())
                            .orElse(null));
        } catch (ClassCastException wrongType) {
            throw new IllegalArgumentException(
                    "\"mode\", \"on\", \"retryAfter\" and \"code\" are texts, \"after\", \"times\", \"delayMs\" and \"status\" numbers.",
                    wrongType);
        }
    }

    private static @Nullable String usualCode(@Nullable Operation on) {
        if (on == Operation.CHECK_IN) {
            return null;
        }
        return on == Operation.CREATE ? "MACHINE_LIMIT_EXCEEDED" : "MACHINE_CORE_LIMIT_EXCEEDED";
    }
}
