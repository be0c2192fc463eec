package com.optymyse.inspire.licensing.keygen;

import com.fasterxml.jackson.databind.JsonNode;
import com.optymyse.inspire.licensing.certificate.LicenseObject;
import com.optymyse.inspire.licensing.certificate.MachineEntry;
import com.optymyse.inspire.licensing.certificate.MalformedDocument;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.Genuine;
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

/** Reads the genuine answers to calls about seats. */
final class MachineResponses {

    private MachineResponses() {}

    /** After creating a machine under an id of our own. */
    static CallResult<MachineCreation> created(Genuine answer, String machineId) throws MalformedDocument {
        return answer.status() == 201
                ? about(answer, "machines", machineId, new MachineCreation.Created())
                : refused(answer, MachineErrors.creation(answer.status(), answer.errorCodes()));
    }

    /** After checking a machine out. The machine file is not verified here: it has a signature of its own. */
    static CallResult<MachineCheckOut> checkedOut(Genuine answer) throws MalformedDocument {
        if (answer.status() != 200) {
            return refused(answer, MachineErrors.checkOut(answer.status(), answer.errorCodes()));
        }
        JsonNode data = answer.document().path("data");
        JsonNode certificate = data.path("attributes").path("certificate");
        return "machine-files".equals(data.path("type").textValue()) && certificate.isTextual()
                ? signed(answer, new MachineCheckOut.MachineFile(certificate.textValue()))
                : ServerFault.notUnderstood(answer.status());
    }

    /** After checking a license in. */
    static CallResult<CheckInResult> checkedIn(Genuine answer, String licenseId) throws MalformedDocument {
        return answer.status() == 200
                ? about(
                        answer,
                        "licenses",
                        licenseId,
                        new CheckInResult.CheckedIn(
                                LicenseObject.nextCheckIn(answer.document().path("data"))))
                : refused(answer, MachineErrors.checkIn(answer.status(), answer.errorCodes()));
    }

    /** After asking for the machines of a license. A key that may not list them gets no verdict by that. */
    static CallResult<SeatHolderList> listed(Genuine answer) throws MalformedDocument {
        JsonNode data = answer.document().path("data");
        if (answer.status() != 200 || !data.isArray()) {
            return ServerFault.noVerdict(answer.status(), answer.errorCodes());
        }
        List<Seat> seats = new ArrayList<>();
        for (JsonNode machine : data) {
            seats.add(seat(machine));
        }
        JsonNode count = answer.document().at("/links/meta/count");
        return signed(answer, new SeatHolderList(Math.max(seats.size(), count.asInt(0)), seats));
    }

    private static Seat seat(JsonNode machine) throws MalformedDocument {
        MachineEntry entry = MachineEntry.of(machine);
        return new Seat(entry.fingerprint(), entry.name(), entry.lastCheckOut());
    }

    /** After deleting a machine. */
    static CallResult<MachineDeletion> deleted(Genuine answer) throws MalformedDocument {
        return answer.status() == 204 && answer.isEmpty()
                ? signed(answer, new MachineDeletion.Deleted())
                : refused(answer, MachineErrors.deletion(answer.status(), answer.errorCodes()));
    }

    private static <T> CallResult<T> about(Genuine answer, String type, String id, T value) throws MalformedDocument {
        JsonNode data = answer.document().path("data");
        if (!type.equals(data.path("type").textValue())) {
            return ServerFault.notUnderstood(answer.status());
        }
        return id.equalsIgnoreCase(data.path("id").textValue())
                ? signed(answer, value)
                : ServerFault.untrusted("it is about another one of the " + type);
    }

    /** The status is not signed, so that a good answer under that of a refusal is none. */
    private static <T> CallResult<T> refused(Genuine answer, Optional<T> refusal) throws MalformedDocument {
        return refusal.isPresent() && answer.document().path("errors").isArray()
                ? signed(answer, refusal.get())
                : ServerFault.noVerdict(answer.status(), answer.errorCodes());
    }

    private static <T> CallResult<T> signed(Genuine answer, T value) {
        return new CallResult.Signed<>(value, answer.date());
    }
}
