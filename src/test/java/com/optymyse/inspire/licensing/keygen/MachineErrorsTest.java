package com.optymyse.inspire.licensing.keygen;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.MachineCreation;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineErrorsTest {

    /** What stands against a key, at every call that is made with one. */
    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(401, "LICENSE_INVALID", new ServerRefusal.Against(new Verdict.Unknown())),
                Arguments.of(403, "LICENSE_SUSPENDED", new ServerRefusal.Against(new Verdict.Suspended())),
                Arguments.of(403, "LICENSE_BANNED", new ServerRefusal.Against(new Verdict.Banned())),
                Arguments.of(403, "USER_BANNED", new ServerRefusal.Against(new Verdict.Banned())),
                Arguments.of(403, "LICENSE_EXPIRED", new ServerRefusal.Expired()),
                Arguments.of(403, "LICENSE_NOT_ALLOWED", new ServerRefusal.NotAllowed("LICENSE_NOT_ALLOWED")),
                Arguments.of(403, "TOKEN_NOT_ALLOWED", new ServerRefusal.NotAllowed("TOKEN_NOT_ALLOWED")),
                Arguments.of(403, "NEW_IN_2030", new ServerRefusal.NotAllowed("NEW_IN_2030")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusal_codeAgainstKey_isTheSameForEveryCall(int status, String code, ServerRefusal.OfLicense expected) {
        List<String> codes = List.of(code);

        assertThat(MachineErrors.refusal(status, codes)).contains(expected);
        assertThat(MachineErrors.creation(status, codes)).contains(new MachineCreation.Refused(expected));
        assertThat(MachineErrors.checkOut(status, codes)).contains(new MachineCheckOut.Refused(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "400,",
        "401,",
        "401, TOKEN_INVALID",
        "401, LICENSE_SUSPENDED",
        "402,",
        "403,",
        "404,",
        "429,",
        "500,",
        "500, LICENSE_INVALID",
        "503,"
    })
    void refusal_nothingAboutTheLicense_isNoVerdict(int status, String code) {
        List<String> codes = Optional.ofNullable(code).map(List::of).orElse(List.of());

        assertThat(MachineErrors.refusal(status, codes)).isEmpty();
        assertThat(MachineErrors.creation(status, codes)).isEmpty();
        assertThat(MachineErrors.checkOut(status, codes)).isEmpty();
    }

    /** The status is not signed, so whoever changes it must not make another verdict of the same code. */
    @ParameterizedTest
    @CsvSource({
        "422, LICENSE_SUSPENDED",
        "422, LICENSE_INVALID",
        "403, LICENSE_INVALID",
        "403, NOT_FOUND",
        "403, FINGERPRINT_TAKEN",
        "403, ID_CONFLICT",
        "403, MACHINE_LIMIT_EXCEEDED",
        "409, FINGERPRINT_TAKEN",
        "409, NEW_IN_2030"
    })
    void everyCall_codeUnderTheStatusOfAnother_isNoVerdict(int status, String code) {
        List<String> codes = List.of(code);

        assertThat(MachineErrors.refusal(status, codes)).isEmpty();
        assertThat(MachineErrors.creation(status, codes)).isEmpty();
        assertThat(MachineErrors.checkOut(status, codes)).isEmpty();
        assertThat(MachineErrors.deletion(status, codes)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MACHINE_LIMIT_EXCEEDED",
                "MACHINE_CORE_LIMIT_EXCEEDED",
                "MACHINE_MEMORY_LIMIT_EXCEEDED",
                "MACHINE_DISK_LIMIT_EXCEEDED",
                "GROUP_MACHINE_LIMIT_EXCEEDED",
                "ACTIVATIONS_LIMIT_EXCEEDED"
            })
    void creation_limitExceeded_isLimitReached(String code) {
        assertThat(MachineErrors.creation(422, List.of("OTHER", code)))
                .contains(new MachineCreation.Refused(new ServerRefusal.LimitReached(code)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GROUP_NOT_FOUND",
                "OWNER_INVALID",
                "LICENSE_NOT_FOUND",
                "FINGERPRINT_CONFLICT",
                "FINGERPRINT_NOT_ALLOWED",
                "CORES_INVALID",
                "COMPONENTS_FINGERPRINT_TAKEN",
                "COMPONENTS_FINGERPRINT_CONFLICT",
                "NEW_IN_2030"
            })
    void creation_otherInvalidity_isInvalid(String code) {
        assertThat(MachineErrors.creation(422, List.of(code)))
                .contains(new MachineCreation.Refused(new ServerRefusal.Invalid(code)));
    }

    @Test
    void creation_takenAndNoSeatLeft_namesBoth() {
        List<String> codes = List.of("MACHINE_LIMIT_EXCEEDED", "FINGERPRINT_TAKEN");

        assertThat(MachineErrors.creation(422, codes))
                .contains(new MachineCreation.FingerprintTaken("MACHINE_LIMIT_EXCEEDED"));
        assertThat(MachineErrors.creation(422, List.of("FINGERPRINT_TAKEN")))
                .contains(new MachineCreation.FingerprintTaken(null));
    }

    @Test
    void creation_ownMachineIdExists_isAConflict() {
        assertThat(MachineErrors.creation(422, List.of("ID_CONFLICT"))).contains(new MachineCreation.Conflict(null));
        assertThat(MachineErrors.creation(422, List.of("MACHINE_LIMIT_EXCEEDED", "ID_CONFLICT")))
                .contains(new MachineCreation.Conflict("MACHINE_LIMIT_EXCEEDED"));
    }

    @Test
    void creation_race_isAConflict() {
        assertThat(MachineErrors.creation(409, List.of())).contains(new MachineCreation.Conflict(null));
    }

    @Test
    void creation_invalidWithoutCode_isNoVerdict() {
        assertThat(MachineErrors.creation(422, List.of())).isEmpty();
    }

    @Test
    void checkIn_422WithoutCode_isNotDemanded() {
        assertThat(MachineErrors.checkIn(422, List.of())).contains(new CheckInResult.NotDemanded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"METADATA_TOO_LONG", "NAME_TOO_LONG", "NEW_IN_2030", "MACHINE_LIMIT_EXCEEDED"})
    void checkIn_422WithCode_isInvalid(String code) {
        assertThat(MachineErrors.checkIn(422, List.of(code)))
                .contains(new CheckInResult.Refused(new ServerRefusal.Invalid(code)));
    }

    @Test
    void checkIn_refusalOfTheKey_isAgainstIt() {
        assertThat(MachineErrors.checkIn(403, List.of("LICENSE_SUSPENDED")))
                .contains(new CheckInResult.Refused(new ServerRefusal.Against(new Verdict.Suspended())));
    }

    @ParameterizedTest
    @CsvSource({"422, LICENSE_SUSPENDED", "422, NOT_FOUND", "404, NOT_FOUND", "400,", "403,", "500,"})
    void checkIn_anythingElse_isNoVerdict(int status, String code) {
        assertThat(MachineErrors.checkIn(
                        status, Optional.ofNullable(code).map(List::of).orElse(List.of())))
                .isEmpty();
    }

    @Test
    void checkOut_notFound_isNoSeat() {
        assertThat(MachineErrors.checkOut(404, List.of("NOT_FOUND"))).contains(new MachineCheckOut.NoMachine());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MACHINE_CORE_LIMIT_EXCEEDED", "GROUP_MACHINE_LIMIT_EXCEEDED"})
    void checkOut_limitExceeded_isLimitReached(String code) {
        assertThat(MachineErrors.checkOut(422, List.of("NAME_TOO_LONG", code)))
                .contains(new MachineCheckOut.Refused(new ServerRefusal.LimitReached(code)));
    }

    @Test
    void checkOut_otherInvalidity_isInvalid() {
        assertThat(MachineErrors.checkOut(422, List.of("NAME_TOO_LONG")))
                .contains(new MachineCheckOut.Refused(new ServerRefusal.Invalid("NAME_TOO_LONG")));
    }

    @Test
    void checkOut_invalidWithoutCode_isNoVerdict() {
        assertThat(MachineErrors.checkOut(422, List.of())).isEmpty();
    }

    @Test
    void checkOut_404WithCodeOfAnotherStatus_isNoVerdict() {
        assertThat(MachineErrors.checkOut(404, List.of("LICENSE_SUSPENDED"))).isEmpty();
    }

    @Test
    void deletion_machineOrKeyGone_isNoSeatOrDone() {
        assertThat(MachineErrors.deletion(404, List.of("NOT_FOUND"))).contains(new MachineDeletion.NoMachine());
        assertThat(MachineErrors.deletion(401, List.of("LICENSE_INVALID"))).contains(new MachineDeletion.Deleted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LICENSE_NOT_ALLOWED", "NEW_IN_2030"})
    void deletion_forbidden_isNotAllowed(String code) {
        assertThat(MachineErrors.deletion(403, List.of(code)))
                .contains(new MachineDeletion.Refused(new ServerRefusal.NotAllowed(code)));
    }

    @Test
    void deletion_forbiddenWithoutCode_isNotAllowed() {
        assertThat(MachineErrors.deletion(403, List.of()))
                .contains(new MachineDeletion.Refused(new ServerRefusal.NotAllowed("403 without a code")));
    }

    @Test
    void deletion_suspendedOrBannedOrExpired_saysSo() {
        assertThat(MachineErrors.deletion(403, List.of("LICENSE_SUSPENDED")))
                .contains(new MachineDeletion.Refused(new ServerRefusal.Against(new Verdict.Suspended())));
        assertThat(MachineErrors.deletion(403, List.of("LICENSE_BANNED")))
                .contains(new MachineDeletion.Refused(new ServerRefusal.Against(new Verdict.Banned())));
        assertThat(MachineErrors.deletion(403, List.of("LICENSE_EXPIRED")))
                .contains(new MachineDeletion.Refused(new ServerRefusal.Expired()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 402, 404, 409, 422, 429, 500, 503})
    void deletion_anythingElse_isNoVerdict(int status) {
        assertThat(MachineErrors.deletion(status, List.of())).isEmpty();
    }
}
