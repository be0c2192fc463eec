package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.activation.FingerprintHolder.Holder;
import com.optymyse.inspire.licensing.activation.MachineFiles.CheckOut;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.installation.SeatRelease.State;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintHolderTest {

    private static final String SERVER = "https://licensing.example.com/v1";
    private static final String ACCOUNT = "account";
    private static final SeatRelease WANTED = release("machine-1", State.RESERVED, 0);

    @ParameterizedTest
    @MethodSource("checkOuts")
    void presentLicense_checkOut_tellsWhoHasIt(CheckOut checkOut, Holder holder, String word, String says) {
        FingerprintHolder.Found found = FingerprintHolder.presentLicense(checkOut, Optional.empty());

        assertThat(found.holder()).isEqualTo(holder);
        assertThat(found.holder().word()).isEqualTo(word);
        assertThat(found.sentence()).contains(says);
    }

    /** Whatever the license held now has: the vendor may look at some licenses alone. */
    @ParameterizedTest
    @MethodSource("checkOuts")
    void presentLicense_seatOfAnEarlierLicenseIsOwed_isNamedFirst(CheckOut checkOut) {
        assertNamed(FingerprintHolder.presentLicense(checkOut, Optional.of(release("machine-2", State.BLOCKED, 1))));
    }

    @Test
    void offline_seatOfAnEarlierLicenseIsOwed_isNamedFirst() {
        assertThat(FingerprintHolder.offline(Optional.empty()).holder()).isEqualTo(Holder.PRESENT_LICENSE_OFFLINE);
        assertNamed(FingerprintHolder.offline(Optional.of(release("machine-2", State.BLOCKED, 1))));
    }

    @Test
    void unlicensed_seatOfAnEarlierLicenseIsOwed_isNamed() {
        assertThat(FingerprintHolder.unlicensed(Optional.empty()).holder()).isEqualTo(Holder.ANOTHER_LICENSE);
        assertNamed(FingerprintHolder.unlicensed(Optional.of(release("machine-2", State.BLOCKED, 1))));
    }

    private static void assertNamed(FingerprintHolder.Found found) {
        assertThat(found.holder()).isEqualTo(Holder.EARLIER_LICENSE);
        assertThat(found.sentence()).contains(TestVendor.KEY.masked(), "LICENSE_SUSPENDED");
    }

    /** One that was not asked for in time stands in the way as well as one that was refused. */
    @ParameterizedTest
    @CsvSource({"BLOCKED,1", "QUEUED,0", "QUEUED,1", "RESERVED,0", "RESERVED,1", "UNKNOWN,0"})
    void unreleased_owedHere_mayBeInTheWay(State state, int attempts) {
        SeatRelease owed = release("machine-2", state, attempts);

        assertThat(unreleased(WANTED, owed)).contains(owed);
    }

    @Test
    void unreleased_theSeatThatIsWantedItself_isNotInTheWay() {
        assertThat(unreleased(WANTED)).isEmpty();
    }

    @Test
    void unreleased_serverDoesNotKnowTheMachine_isNotInTheWay() {
        SeatRelease absent =
                release("machine-2", State.RESERVED, 1).lateAt(WANTED.since()).orElseThrow();

        assertThat(unreleased(absent, WANTED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https://former.example.com/v1,account,false", SERVER + ",other,false", SERVER + ",unknown,true"})
    void unreleased_seatElsewhere_isNotInTheWay(String server, String account, boolean inTheWay) {
        SeatRelease elsewhere = release("machine-2", server, account, State.BLOCKED, 1);

        assertThat(unreleased(elsewhere, WANTED).isPresent()).isEqualTo(inTheWay);
    }

    private static Optional<SeatRelease> unreleased(SeatRelease... owed) {
        StoredInstallation nothing = Held.stored(new LicenseState.None());
        StoredInstallation present = new StoredInstallation(
                nothing.id(),
                nothing.fingerprint(),
                1,
                1,
                nothing.marks(),
                nothing.known(),
                nothing.license(),
                List.of(owed));
        return FingerprintHolder.unreleased(present, WANTED);
    }

    private static SeatRelease release(String machineId, State state, int attempts) {
        return release(machineId, SERVER, ACCOUNT, state, attempts);
    }

    private static SeatRelease release(String machineId, String server, String account, State state, int attempts) {
        return new SeatRelease(
                machineId,
                server,
                account,
                "license",
                TestVendor.KEY,
                state,
                Held.T,
                attempts,
                Held.T.plusSeconds(20),
                "LICENSE_SUSPENDED");
    }

    @ParameterizedTest
    @EnumSource
    void holder_any_isDescribed(Holder holder) {
        Schema<?> problem = new OpenAPIV3Parser()
                .read("openapi/openapi.yaml")
                .getComponents()
                .getSchemas()
                .get("Problem");
        String meaning = problem.getProperties().get("holder").getDescription();

        assertThat(meaning).contains("`" + holder.word() + "`: ");
    }

    static Stream<Arguments> checkOuts() {
        return Stream.of(
                Arguments.of(
                        new CheckOut.Verified(TestFile.machine().certificate()),
                        Holder.PRESENT_LICENSE,
                        "present-license",
                        "Deactivate the current license first"),
                Arguments.of(
                        new CheckOut.Refused(new ServerRefusal.LimitReached("MACHINE_CORE_LIMIT_EXCEEDED"), Held.T),
                        Holder.PRESENT_LICENSE,
                        "present-license",
                        "Deactivate the current license first"),
                Arguments.of(
                        new CheckOut.Refused(new ServerRefusal.Invalid("NAME_TOO_LONG"), Held.T),
                        Holder.PRESENT_LICENSE,
                        "present-license",
                        "Deactivate the current license first"),
                Arguments.of(
                        new CheckOut.Refused(new ServerRefusal.NotAllowed("LICENSE_NOT_ALLOWED"), Held.T),
                        Holder.PRESENT_LICENSE_BLOCKED,
                        "present-license-blocked",
                        "(LICENSE_NOT_ALLOWED)"),
                Arguments.of(
                        new CheckOut.Refused(new ServerRefusal.Against(new Verdict.Suspended()), Held.T),
                        Holder.PRESENT_LICENSE_BLOCKED,
                        "present-license-blocked",
                        "(LICENSE_SUSPENDED)"),
                Arguments.of(
                        new CheckOut.Refused(new ServerRefusal.Against(new Verdict.Banned()), Held.T),
                        Holder.PRESENT_LICENSE_BLOCKED,
                        "present-license-blocked",
                        "(LICENSE_BANNED)"),
                Arguments.of(
                        new CheckOut.Refused(new ServerRefusal.Expired(), Held.T),
                        Holder.PRESENT_LICENSE_BLOCKED,
                        "present-license-blocked",
                        "(LICENSE_EXPIRED)"),
                Arguments.of(
                        new CheckOut.Refused(new ServerRefusal.Against(new Verdict.Unknown()), Held.T),
                        Holder.PRESENT_LICENSE_REMOVED,
                        "present-license-removed",
                        "Try again in a minute. If the problem remains, deactivate the current license and ask the"
                                + " vendor."),
                Arguments.of(
                        new CheckOut.NoSeat(),
                        Holder.ANOTHER_LICENSE,
                        "another-license",
                        "Ask the vendor to release that seat"),
                Arguments.of(
                        new CheckOut.Failed(new CallResult.Failed<>(CallResult.Cause.UNREACHABLE, "No answer came.")),
                        Holder.UNKNOWN,
                        "unknown",
                        "Try again in a minute"));
    }
}
