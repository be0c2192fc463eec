package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.certificate.MalformedDocument;
import com.optymyse.inspire.licensing.keygen.ResponseVerifier.VerifiedResponse;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CallResult.Cause;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.MachineCreation;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.SeatHolderList;
import com.optymyse.inspire.licensing.licensingserver.SeatHolderList.Seat;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineResponsesTest {

    private static final Instant DATE = Instant.parse("2026-11-23T10:00:00Z");
    private static final String NOT_FOUND = "{\"errors\": [{\"title\": \"Not found\", \"code\": \"NOT_FOUND\"}]}";

    private final TestVendor vendor = new TestVendor();

    @Test
    void created_ownMachine_isDone() {
        CallResult<MachineCreation> response =
                read(201, "{\"data\": {\"type\": \"machines\", \"id\": \"M-1\"}}", MachineResponsesTest::created);

        assertThat(response).isEqualTo(new CallResult.Signed<>(new MachineCreation.Created(), DATE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'data': {'type': 'machines', 'id': 'm-2'}}|UNTRUSTED",
                "{'data': {'type': 'machines'}}|UNTRUSTED",
                "{'data': {'type': 'licenses', 'id': 'm-1'}}|ERROR",
                "{'errors': []}|ERROR",
                "[]|ERROR",
                "{|ERROR"
            },
            quoteCharacter = '"')
    void created_anythingElse_isNotBelieved(String body, Cause cause) {
        assertThat(cause(read(201, body.replace('\'', '"'), MachineResponsesTest::created)))
                .isEqualTo(cause);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data': {'type': 'license-files', 'attributes': {'certificate': 'c'}}}",
                "{'data': {'type': 'machine-files', 'attributes': {'certificate': 5}}}",
                "{'data': {'type': 'machine-files'}}",
                "{}"
            })
    void checkedOut_noMachineFile_isAnError(String body) {
        assertThat(cause(read(200, body.replace('\'', '"'), MachineResponses::checkedOut)))
                .isEqualTo(Cause.ERROR);
    }

    @Test
    void checkedOut_errorUnderAnotherStatus_isNoSeatOnlyAsNotFound() {
        assertThat(read(404, NOT_FOUND, MachineResponses::checkedOut))
                .isEqualTo(new CallResult.Signed<>(new MachineCheckOut.NoMachine(), DATE));
        assertThat(cause(read(200, NOT_FOUND, MachineResponses::checkedOut))).isEqualTo(Cause.ERROR);
        assertThat(cause(read(403, "{\"errors\": []}", MachineResponses::checkedOut)))
                .isEqualTo(Cause.ERROR);
    }

    @Test
    void listed_machinesOfALicense_areWhoHasTheSeats() {
        CallResult<SeatHolderList> response = list(200, """
                {'data': [
                  {'type': 'machines', 'attributes': {'fingerprint': 'a', 'name': 'Hall 1', 'lastCheckOut': '2026-11-20T10:00:00.000Z'}},
                  {'type': 'machines', 'attributes': {'fingerprint': 'b', 'name': null, 'lastCheckOut': null}},
                  {'type': 'machines', 'attributes': {'fingerprint': 'c', 'lastCheckOut': '2026-11-21T10:00:00.000Z'}}],
                 'links': {'meta': {'pages': 2, 'count': 103}}}""");

        assertThat(response)
                .isEqualTo(new CallResult.Signed<>(
                        new SeatHolderList(
                                103,
                                List.of(
                                        new Seat("c", null, Instant.parse("2026-11-21T10:00:00Z")),
                                        new Seat("a", "Hall 1", Instant.parse("2026-11-20T10:00:00Z")),
                                        new Seat("b", null, null))),
                        DATE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|{'errors': [{'title': 'Access denied'}]}",
                "404|{'errors': [{'code': 'NOT_FOUND'}]}",
                "200|{'data': {}}",
                "200|{'data': [{'attributes': {'fingerprint': 5}}]}",
                "200|{'data': [{'attributes': {'fingerprint': 'a', 'lastCheckOut': 'yesterday'}}]}",
                "200|[]"
            },
            quoteCharacter = '"')
    void listed_anythingElse_isNoList(int status, String body) {
        assertThat(list(status, body))
                .isInstanceOfSatisfying(
                        CallResult.Failed.class,
                        failed -> assertThat(failed.cause()).isEqualTo(Cause.ERROR));
    }

    private CallResult<SeatHolderList> list(int status, String body) {
        return ResponseParser.by(MachineResponses::listed)
                .apply(new CallResult.Signed<>(vendor.verified(status, DATE, body.replace('\'', '"')), DATE));
    }

    @Test
    void deleted_emptyAnswer_isDone() {
        assertThat(read(204, "", MachineResponses::deleted))
                .isEqualTo(new CallResult.Signed<>(new MachineDeletion.Deleted(), DATE));
    }

    /** The status is not signed: whoever changes it to 204 must not make an error a success. */
    @Test
    void deleted_successWithTheBodyOfAnError_isAnError() {
        assertThat(cause(read(204, "{\"errors\": [{\"code\": \"LICENSE_SUSPENDED\"}]}", MachineResponses::deleted)))
                .isEqualTo(Cause.ERROR);
    }

    private static CallResult<MachineCreation> created(VerifiedResponse response) throws MalformedDocument {
        return MachineResponses.created(response, "m-1");
    }

    private <T> CallResult<T> read(int status, String body, ResponseParser<T> reading) {
        return ResponseParser.by(reading).apply(new CallResult.Signed<>(vendor.verified(status, DATE, body), DATE));
    }

    private static Cause cause(CallResult<?> response) {
        assertThat(response).isInstanceOf(CallResult.Failed.class);
        return ((CallResult.Failed<?>) response).cause();
    }
}
