package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.VerifiedResponse;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.ServerNotes;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One call to the licensing server: sent once, over by its deadline, answered by what the vendor signed or by a fault.
 * It fails only by an error of this service, and goes on in the Vert.x context that it was called in, also after a
 * time-out.
 */
final class SignedCall {

    private final AccountAddress address;
    private final LicensingServerConfig config;
    private final ResponseVerifier verifier;
    private final ServerTime serverTime;
    private final ServerRoute route;
    private final ServerNotes notes;
    private final Clock clock;
    private final Incidents.Watched server;

    /**
     * @param address whom to call
     * @param config whether calls are allowed at all, and how long one call may take
     * @param verifier tells which responses the vendor signed
     * @param serverTime tells fresh dates from others
     * @param route the way there, for what is said where no response came
     * @param notes remembers for all replicas that the server asks for a pause, and knows a clock to compare this host's with
     * @param clock this host's clock
     * @param server gets to know whether the server does its part
     */
    SignedCall(
            AccountAddress address,
            LicensingServerConfig config,
            ResponseVerifier verifier,
            ServerTime serverTime,
            ServerRoute route,
            ServerNotes notes,
            Clock clock,
            Incidents.Watched server) {
        this.address = address;
        this.config = config;
        this.verifier = verifier;
        this.serverTime = serverTime;
        this.route = route;
        this.notes = notes;
        this.clock = clock;
        this.server = server;
    }

    /** A call whose response shows by its date alone that it is fresh, so that an old date is a fault. */
    Uni<CallResult<VerifiedResponse>> dated(Deadline deadline, Function<URI, Uni<Response>> call) {
        return withNonce(deadline, call).map(ResponseParser.by(this::unlessOld));
    }

    /** Makes a call with a nonce. The parser checks that the response repeats it, so any date is accepted. */
    Uni<CallResult<VerifiedResponse>> withNonce(Deadline deadline, Function<URI, Uni<Response>> call) {
        return Uni.createFrom().deferred(() -> send(deadline.atMost(config.timeout()), call));
    }

    private Uni<CallResult<VerifiedResponse>> send(Deadline deadline, Function<URI, Uni<Response>> call) {
        if (!config.enabled()) {
            return unreachable(
                    "switched-off",
                    "Calls to the licensing server are switched off (licensing.server.enabled=false). Use a license file, or"
                            + " switch them on.");
        }
        if (deadline.isOver()) {
            return unreachable("no-time", "No time was left to ask the licensing server. Try again.");
        }
        Context context = Vertx.currentContext();
        return call.apply(address.account())
                .ifNoItem()
                .after(deadline.remaining())
                .fail()
                .onItemOrFailure()
                .transformToUni(this::conclude)
                .invoke(this::watch)
                .call(this::keepPause)
                .emitOn(command -> runIn(context, command));
    }

    /** The result of a call. A fault of the network becomes a result; an error of this service stays a failure. */
    private Uni<CallResult<VerifiedResponse>> conclude(@Nullable Response response, @Nullable Throwable fault) {
        if (response != null) {
            return Uni.createFrom()
                    .item(() -> verified(RawResponse.of(response), verifier, address.server(), serverTime.now()));
        }
        Throwable failure = Objects.requireNonNull(fault, "There is a response or a fault.");
        return ConnectionFault.isOne(failure)
                ? explained(failure)
                : Uni.createFrom().failure(failure);
    }

    private Uni<CallResult<VerifiedResponse>> explained(Throwable fault) {
        return databaseTime(fault)
                .map(time -> ConnectionFault.of(fault, address.server(), route.proxy(), clock.instant(), time));
    }

    /** Asks the database's clock when the time of a certificate is wrong. An outage of the store is logged elsewhere. */
    private Uni<Optional<Instant>> databaseTime(Throwable fault) {
        return ConnectionFault.isAboutTime(fault)
                ? notes.storeTime().map(Optional::of).onFailure(Refusal.class).recoverWithItem(Optional.empty())
                : Uni.createFrom().item(Optional.empty());
    }

    private void watch(CallResult<VerifiedResponse> result) {
        switch (result) {
            case CallResult.Signed<VerifiedResponse> signed -> server.worked();
            case CallResult.Failed<VerifiedResponse> failed ->
                server.failed(() -> "The licensing server is not available. " + failed.detail());
        }
    }

    /** Stores the pause. The response counts even if that fails; an outage of the store is logged elsewhere. */
    private Uni<Void> keepPause(CallResult<VerifiedResponse> result) {
        return result instanceof CallResult.Failed<VerifiedResponse>(var cause, var detail, Duration pause, var values)
                        && pause != null
                ? notes.pause(pause).onFailure(Refusal.class).recoverWithNull()
                : Uni.createFrom().voidItem();
    }

    /** The result of a response from this address, after its signature was verified. */
    static CallResult<VerifiedResponse> verified(
            RawResponse response, ResponseVerifier verifier, URI server, Instant now) {
        return switch (verifier.verify(response)) {
            case VerifiedResponse verified ->
                ServerFault.<VerifiedResponse>busy(response, now)
                        .<CallResult<VerifiedResponse>>map(busy -> busy)
                        .orElseGet(() -> new CallResult.Signed<>(verified, verified.date()));
            case SignatureFailure.UNSIGNED -> ServerFault.unsigned(response, server, now);
            case SignatureFailure failure -> ServerFault.untrusted(failure);
        };
    }

    private CallResult<VerifiedResponse> unlessOld(VerifiedResponse response) {
        return serverTime
                .<VerifiedResponse>objectionTo(response.date())
                .<CallResult<VerifiedResponse>>map(objection -> objection)
                .orElseGet(() -> new CallResult.Signed<>(response, response.date()));
    }

    private static Uni<CallResult<VerifiedResponse>> unreachable(String cause, String sentence) {
        return Uni.createFrom()
                .item(new CallResult.Failed<VerifiedResponse>(CallResult.Cause.UNREACHABLE, sentence)
                        .telling(Map.of("cause", cause)));
    }

    private static void runIn(@Nullable Context context, Runnable command) {
        if (context == null || context.equals(Vertx.currentContext())) {
            command.run();
        } else {
            context.runOnContext(ignored -> command.run());
        }
    }
}
