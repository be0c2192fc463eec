package com.optymyse.inspire.licensing.keygen;

import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.VerifiedResponse;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicenseDescription;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.MachineCreation;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.SeatHolderList;
import com.optymyse.inspire.licensing.licensingserver.ServerNotes;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import io.quarkus.arc.ClientProxy;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The licensing server that speaks the Keygen API. It sends nothing twice by itself, except a check-out that an older
 * server does not understand: what may be repeated, and when, is for its callers to know. It is made when the service
 * starts, so that it does not start with a wrong address.
 */
@Startup
@Singleton
final class KeygenLicensingServer implements LicensingServer {

    /** The most machines that the server puts on one page. */
    private static final int SEATS = 100;

    private final LicensingApi api;
    private final AccountAddress address;
    private final String product;
    private final Duration certificateTtl;
    private final String fileAlgorithm;
    private final ServerTime serverTime;
    private final SignedCall call;
    private final SecureRandom nonces = new SecureRandom();

    KeygenLicensingServer(
            @RestClient LicensingApi api,
            LicensingServerConfig config,
            TrustAnchors anchors,
            ServerRoute route,
            ServerNotes notes,
            Clock clock,
            Incidents incidents) {
        // Makes the client now, so that its settings are checked at the start.
        ClientProxy.unwrap(api);
        this.api = api;
        this.address = AccountAddress.of(config, anchors.account());
        this.product = anchors.product();
        this.certificateTtl = config.certificateTtl();
        this.fileAlgorithm = Requests.fileAlgorithm(anchors);
        this.serverTime = new ServerTime(clock, System::nanoTime);
        this.call = new SignedCall(
                address,
                config,
                new ResponseVerifier(anchors, address.signedHost()),
                serverTime,
                route,
                notes,
                clock,
                incidents.watch("The licensing server is available again."));
        route.log(address);
    }

    @Override
    public String address() {
        return address.server().toString();
    }

    @Override
    public Uni<CallResult<ValidationResult>> validate(LicenseKey key, String fingerprint, Deadline deadline) {
        ValidationRequest request =
                new ValidationRequest(key, nonces.nextLong(1, ValidationRequest.NONCE_BOUND), fingerprint, product);
        return call.withNonce(deadline, account -> api.validateKey(account, request.body()))
                .map(ResponseParser.by(response -> request.read(response, serverTime)));
    }

    @Override
    public Uni<CallResult<LicenseDescription>> describe(LicenseKey key, Deadline deadline) {
        return new DescribeCall(api, call, key, deadline).describe();
    }

    @Override
    public Uni<CallResult<CheckInResult>> checkIn(LicenseKey key, String licenseId, Deadline deadline) {
        String id = Requests.pathSegment(licenseId);
        return call.dated(deadline, account -> api.checkIn(account, Requests.authorization(key), id))
                .map(ResponseParser.by(response -> MachineResponses.checkedIn(response, id)));
    }

    @Override
    public Uni<CallResult<MachineCreation>> createMachine(
            LicenseKey key, String licenseId, String machineId, String fingerprint, Deadline deadline) {
        byte[] machine = Requests.machine(machineId, fingerprint, licenseId);
        return call.dated(deadline, account -> api.createMachine(account, Requests.authorization(key), machine))
                .map(ResponseParser.by(response -> MachineResponses.created(response, machineId)));
    }

    @Override
    public Uni<CallResult<MachineCheckOut>> checkOut(LicenseKey key, String fingerprint, Deadline deadline) {
        String seat = Requests.pathSegment(fingerprint);
        return checkOut(key, seat, Optional.of(fileAlgorithm), deadline)
                .chain(result -> result instanceof CallResult.Signed<VerifiedResponse> signed
                                && signed.value().status() == 400
                        ? checkOut(key, seat, Optional.empty(), deadline)
                        : Uni.createFrom().item(result))
                .map(ResponseParser.by(MachineResponses::checkedOut));
    }

    @Override
    public Uni<CallResult<MachineDeletion>> deleteMachine(LicenseKey key, String machineId, Deadline deadline) {
        String id = Requests.pathSegment(machineId);
        return call.dated(deadline, account -> api.deleteMachine(account, Requests.authorization(key), id))
                .map(ResponseParser.by(MachineResponses::deleted));
    }

    @Override
    public Uni<CallResult<SeatHolderList>> seats(LicenseKey key, Deadline deadline) {
        return call.dated(deadline, account -> api.machines(account, Requests.authorization(key), 1, SEATS))
                .map(ResponseParser.by(MachineResponses::listed));
    }

    private Uni<CallResult<VerifiedResponse>> checkOut(
            LicenseKey key, String fingerprint, Optional<String> algorithm, Deadline deadline) {
        byte[] options = Requests.checkOut(certificateTtl, algorithm);
        return call.dated(
                deadline, account -> api.checkOut(account, Requests.authorization(key), fingerprint, options));
    }
}
