package com.optymyse.inspire.licensing.keygen;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.certificate.LicenseObject;
import com.optymyse.inspire.licensing.certificate.MachineEntry;
import com.optymyse.inspire.licensing.certificate.MalformedDocument;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.VerifiedResponse;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.MachineCreation;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.SeatHolderList;
import com.optymyse.inspire.licensing.licensingserver.SeatHolderList.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the verified responses to calls about seats. */
final class MachineResponses {

    private MachineResponses() {}

    /** After creating a machine under an id of our own. */
    static CallResult<MachineCreation> created(VerifiedResponse response, String machineId) throws MalformedDocument {
        return response.status() == 201
                ? about(response, "machines", machineId, new MachineCreation.Created())
                : refused(response, MachineErrors.creation(response.status(), response.errorCodes()));
    }

    /** After checking a machine out. The machine file is not verified here: it has a signature of its own. */
    static CallResult<MachineCheckOut> checkedOut(VerifiedResponse response) throws MalformedDocument {
        if (response.status() != 200) {
            return refused(response, MachineErrors.checkOut(response.status(), response.errorCodes()));
        }
        JsonNode data = response.document().path("data");
        JsonNode certificate = data.path("attributes").path("certificate");
        return "machine-files".equals(data.path("type").textValue()) && certificate.isTextual()
                ? signed(response, new MachineCheckOut.MachineFile(certificate.textValue()))
                : ServerFault.notUnderstood(response.status());
    }

    /** After checking a license in. */
    static CallResult<CheckInResult> checkedIn(VerifiedResponse response, String licenseId) throws MalformedDocument {
        return response.status() == 200
                ? about(
                        response,
                        "licenses",
                        licenseId,
                        new CheckInResult.CheckedIn(
                                LicenseObject.nextCheckIn(response.document().path("data"))))
                : refused(response, MachineErrors.checkIn(response.status(), response.errorCodes()));
    }

    /** After asking for the machines of a license. A key that may not list them gets no verdict by that. */
    static CallResult<SeatHolderList> listed(VerifiedResponse response) throws MalformedDocument {
        JsonNode data = response.document().path("data");
        if (response.status() != 200 || !data.isArray()) {
            return ServerFault.noVerdict(response.status(), response.errorCodes());
        }
        List<Seat> seats = new ArrayList<>();
        for (JsonNode machine : data) {
            seats.add(seat(machine));
        }
        JsonNode count = response.document().at("/links/meta/count");
        return signed(response, new SeatHolderList(Math.max(seats.size(), count.asInt(0)), seats));
    }

    private static Seat seat(JsonNode machine) throws MalformedDocument {
        MachineEntry entry = MachineEntry.of(machine);
        return new Seat(entry.fingerprint(), entry.name(), entry.lastCheckOut());
    }

    /** After deleting a machine. */
    static CallResult<MachineDeletion> deleted(VerifiedResponse response) throws MalformedDocument {
        return response.status() == 204 && response.isEmpty()
                ? signed(response, new MachineDeletion.Deleted())
                : refused(response, MachineErrors.deletion(response.status(), response.errorCodes()));
    }

    private static <T> CallResult<T> about(VerifiedResponse response, String type, String id, T value)
            throws MalformedDocument {
        JsonNode data = response.document().path("data");
        if (!type.equals(data.path("type").textValue())) {
            return ServerFault.notUnderstood(response.status());
        }
        return id.equalsIgnoreCase(data.path("id").textValue())
                ? signed(response, value)
                : ServerFault.untrusted("it is about another object of the type " + type);
    }

    /** The result for a refusal. The status is not signed, so the document must say that it is an error. */
    private static <T> CallResult<T> refused(VerifiedResponse response, Optional<T> refusal) throws MalformedDocument {
        return refusal.isPresent() && response.document().path("errors").isArray()
                ? signed(response, refusal.get())
                : ServerFault.noVerdict(response.status(), response.errorCodes());
    }

    private static <T> CallResult<T> signed(VerifiedResponse response, T value) {
        return new CallResult.Signed<>(value, response.date());
    }
}
