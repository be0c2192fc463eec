package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.activation.FingerprintHolder.Holder;
import com.optymyse.inspire.licensing.activation.MachineFiles.CheckOut;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.Holding;
import com.optymyse.inspire.licensing.installation.StoredInstallation;
import com.optymyse.inspire.licensing.license.Verdict;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintHolderTest {

    private static final StoredInstallation NOTHING_OWED = Held.stored(new Holding.None());

    @ParameterizedTest
    @MethodSource("checkOuts")
    void presentLicense_checkOut_tellsWhoHasIt(CheckOut checkOut, Holder holder, String word, String says) {
        FingerprintHolder.Found found = FingerprintHolder.presentLicense(checkOut, NOTHING_OWED);

        assertThat(found.holder()).isEqualTo(holder);
        assertThat(found.holder().word()).isEqualTo(word);
        assertThat(found.sentence()).contains(says);
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
                        "Deactivate that license first"),
                Arguments.of(
                        new CheckOut.Refused(new SeatAnswer.LimitReached("MACHINE_CORE_LIMIT_EXCEEDED")),
                        Holder.PRESENT_LICENSE,
                        "present-license",
                        "Deactivate that license first"),
                Arguments.of(
                        new CheckOut.Refused(new SeatAnswer.Invalid("NAME_TOO_LONG")),
                        Holder.PRESENT_LICENSE,
                        "present-license",
                        "Deactivate that license first"),
                Arguments.of(
                        new CheckOut.Refused(new SeatAnswer.NotAllowed("LICENSE_NOT_ALLOWED")),
                        Holder.PRESENT_LICENSE_BLOCKED,
                        "present-license-blocked",
                        "LICENSE_NOT_ALLOWED"),
                Arguments.of(
                        new CheckOut.Refused(new SeatAnswer.Against(new Verdict.Unknown())),
                        Holder.PRESENT_LICENSE_REMOVED,
                        "present-license-removed",
                        "Try again in a minute"),
                Arguments.of(
                        new CheckOut.NoSeat(),
                        Holder.ANOTHER_LICENSE,
                        "another-license",
                        "Ask the vendor to release it"),
                Arguments.of(
                        new CheckOut.Failed(new Answer.Failed<>(Answer.Cause.UNREACHABLE, "No answer came.")),
                        Holder.UNKNOWN,
                        "unknown",
                        "Try again in a minute"));
    }
}
