package com.optymyse.inspire.licensing.activation;

import static com.optymyse.inspire.licensing.activation.Flows.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.activation.Preview.Prospect;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.LicenseDescription;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import com.optymyse.inspire.licensing.testing.InMemoryInstallationStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PreviewTest {

    private static final PastedKey KEY = PastedKey.read(TestVendor.KEY.value());
    private static final Map<String, String> ENTITLEMENTS = Map.of("SSO_SAML", "Single sign-on");

    private final InMemoryInstallationStore store = Flows.emptyStore();
    private final ScriptedLicensingServer server = new ScriptedLicensingServer(Held.T);
    private final Flows flows = Flows.on(store).asking(server);

    /** A validation could begin the license's term. */
    @Test
    void online_goodKey_isDescribedAndNothingElseIsAsked() {
        server.describes(new LicenseDescription.Described(Flows.LICENSE, ENTITLEMENTS));

        Prospect prospect = await(flows.preview().online(KEY));

        assertThat(prospect.license()).isEqualTo(Flows.LICENSE);
        assertThat(prospect.entitlements()).isEqualTo(ENTITLEMENTS);
        assertThat(prospect.fileEnd()).isNull();
        assertThat(prospect.fileEndsAt()).isNull();
        assertThat(prospect.present().stored()).isEqualTo(await(store.load()));
        assertThat(server.calls()).containsExactly("describe");
        assertThat(store.audit()).isEmpty();
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of(
                        TestFile.machine().withAttributes(license -> license.put("expiry", "2026-10-31T00:00:00.000Z")),
                        RefusalCode.LICENSE_EXPIRED),
                Arguments.of(
                        TestFile.machine().withAttributes(license -> license.put("suspended", true)),
                        RefusalCode.LICENSE_SUSPENDED),
                Arguments.of(
                        TestFile.machine().withAttributes(license -> license.put("requireHeartbeat", true)),
                        RefusalCode.LICENSE_NOT_ALLOWED));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void online_licenseThatCanNotBeActivated_refused(TestFile described, RefusalCode code) {
        server.describes(
                new LicenseDescription.Described(described.certificate().license(), Map.of()));

        assertRefused(code, () -> await(flows.preview().online(KEY)));
    }

    @Test
    void online_licenseOfAnotherProduct_refused() {
        License other = new License(
                "license",
                TestVendor.ACCOUNT,
                "another product",
                TestVendor.KEY,
                null,
                License.State.USABLE,
                null,
                null,
                true,
                false,
                false,
                Flows.LICENSE.terms());
        server.describes(new LicenseDescription.Described(other, Map.of()));

        assertRefused(
                RefusalCode.LICENSE_OTHER_PRODUCT, () -> await(flows.preview().online(KEY)));
    }

    /** By the server's time the license is good for half a year. */
    @Test
    void online_licenseExpiredByTheClockOfThisHostAlone_clockWrong() {
        Flows ahead = Flows.on(store, Clock.fixed(Instant.parse("2028-01-01T00:00:00Z"), ZoneOffset.UTC))
                .asking(server);
        server.describes(new LicenseDescription.Described(Flows.LICENSE, Map.of()));

        assertRefused(RefusalCode.CLOCK_WRONG, () -> await(ahead.preview().online(KEY)));
    }

    @Test
    void online_serverRefuses_refused() {
        server.describes(new LicenseDescription.Refused(new ServerRefusal.Against(new Verdict.Banned())));

        assertRefused(RefusalCode.LICENSE_BANNED, () -> await(flows.preview().online(KEY)));
    }

    @Test
    void online_noResponse_unreachable() {
        server.isAwayFor("describe");

        assertRefused(
                RefusalCode.LICENSING_SERVER_UNREACHABLE,
                () -> await(flows.preview().online(KEY)));
    }

    @Test
    void online_serverHasAskedForAPause_isNotAsked() {
        await(store.pauseServer(Duration.ofSeconds(30)));

        assertRefused(
                RefusalCode.LICENSING_SERVER_BUSY, () -> await(flows.preview().online(KEY)));

        assertThat(server.calls()).isEmpty();
    }

    @Test
    void online_pastedKeyThatIsNotKnown_isAskedForAsItWasMeant() {
        server.describes(new LicenseDescription.Refused(new ServerRefusal.Against(new Verdict.Unknown())))
                .describes(new LicenseDescription.Described(Flows.LICENSE, Map.of()));

        Prospect prospect = await(flows.preview().online(PastedKey.read("Key: " + TestVendor.KEY.value())));

        assertThat(prospect.license()).isEqualTo(Flows.LICENSE);
        assertThat(server.calls()).hasSize(2);
    }

    @Test
    void offline_goodFile_tellsWhatItGrantsAndWhenItEnds() {
        TestFile file = TestFile.license();

        Prospect prospect = await(flows.preview().offline(new Brought(KEY, file.text())));

        assertThat(prospect.license()).isEqualTo(file.certificate().license());
        assertThat(prospect.entitlements()).isEqualTo(file.certificate().entitlements());
        assertThat(prospect.fileEndsAt()).isEqualTo(Held.days(14));
        assertThat(server.calls()).isEmpty();
    }

    static Stream<Arguments> refusedFiles() {
        return Stream.of(
                Arguments.of(
                        TestFile.license()
                                .lasting(Held.days(-20), Held.days(-6))
                                .text(),
                        RefusalCode.LICENSE_FILE_EXPIRED),
                Arguments.of(
                        TestFile.license().forKey(new LicenseKey("ANOTHER-KEY")).text(),
                        RefusalCode.LICENSE_FILE_NOT_OPENED),
                Arguments.of("no license file", RefusalCode.LICENSE_FILE_MALFORMED));
    }

    @ParameterizedTest
    @MethodSource("refusedFiles")
    void offline_fileThatTheActivationWouldRefuse_refused(String file, RefusalCode code) {
        assertRefused(code, () -> await(flows.preview().offline(new Brought(KEY, file))));
    }

    private static void assertRefused(RefusalCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
