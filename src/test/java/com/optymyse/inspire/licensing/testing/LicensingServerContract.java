package com.optymyse.inspire.licensing.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.CheckInResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicenseDescription;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.MachineCheckOut;
import com.optymyse.inspire.licensing.licensingserver.MachineCreation;
import com.optymyse.inspire.licensing.licensingserver.MachineDeletion;
import com.optymyse.inspire.licensing.licensingserver.SeatHolderList;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult;
import com.optymyse.inspire.licensing.licensingserver.ValidationResult.Outcome;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every licensing server keeps to; run by the adapter and by the fake. Each test begins with the sandbox's demo
 * licenses, untouched.
 */
public abstract class LicensingServerContract {

    protected static final LicenseKey ENTERPRISE = new LicenseKey("DEMO-ENTERPRISE");
    protected static final LicenseKey EXPIRED = new LicenseKey("DEMO-EXPIRED");
    protected static final LicenseKey SUSPENDED = new LicenseKey("DEMO-SUSPENDED");
    protected static final LicenseKey BANNED = new LicenseKey("DEMO-BANNED");
    protected static final LicenseKey FULL = new LicenseKey("DEMO-FULL");
    protected static final LicenseKey CHECK_IN = new LicenseKey("DEMO-CHECK-IN");
    protected static final LicenseKey HEARTBEAT = new LicenseKey("DEMO-HEARTBEAT");
    protected static final LicenseKey TOKEN = new LicenseKey("DEMO-TOKEN");
    protected static final LicenseKey UNIQUE = new LicenseKey("DEMO-UNIQUE");
    protected static final LicenseKey REVOKE = new LicenseKey("DEMO-REVOKE");
    protected static final LicenseKey UNKNOWN = new LicenseKey("DEMO-NO-SUCH-LICENSE");
    protected static final String FINGERPRINT = "installation:1";

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** The server under test. */
    protected abstract LicensingServer server();

    /** The vendor suspends a license. */
    protected abstract void suspend(LicenseKey key);

    /** A license comes to its end. */
    protected abstract void expire(LicenseKey key);

    /** From now on nothing reaches the server. */
    protected abstract void goAway();

    @Test
    void address_always_isThere() {
        assertThat(server().address()).isNotBlank();
    }

    @Test
    void validate_keyWithoutSeat_isNotSeatedAndDescribed() {
        ValidationResult validation = validate(ENTERPRISE);

        assertThat(validation.outcome()).isEqualTo(new Outcome.NotSeated());
        License license = validation.license();
        assertThat(license).isNotNull();
        assertThat(license.key()).isEqualTo(ENTERPRISE);
        assertThat(license.name()).isEqualTo("Enterprise");
        assertThat(license.state()).isEqualTo(License.State.USABLE);
        assertThat(license.expiresAt()).isNull();
        assertThat(license.terms().limits().maxDisplays()).isEqualTo(500);
    }

    @Test
    void validate_keyWithSeat_isGoodForItsFingerprintAlone() {
        create(ENTERPRISE, FINGERPRINT);

        assertThat(validate(ENTERPRISE).outcome()).isEqualTo(new Outcome.Good());
        assertThat(signed(server().validate(ENTERPRISE, "installation:2", deadline()))
                        .outcome())
                .isEqualTo(new Outcome.NotSeated());
    }

    @Test
    void validate_unknownKey_isAgainstAndDescribesNothing() {
        assertThat(validate(UNKNOWN)).isEqualTo(new ValidationResult(new Outcome.Against(new Verdict.Unknown()), null));
    }

    @Test
    void validate_suspendedOrBanned_isAgainst() {
        assertThat(validate(SUSPENDED).outcome()).isEqualTo(new Outcome.Against(new Verdict.Suspended()));
        assertThat(validate(BANNED).outcome()).isEqualTo(new Outcome.Against(new Verdict.Banned()));
    }

    @Test
    void validate_expired_saysSoOnlyOnceThereIsASeat() {
        assertThat(validate(EXPIRED).outcome()).isEqualTo(new Outcome.NotSeated());
        assertThat(validate(EXPIRED).license()).extracting(License::expiresAt).isNotNull();

        create(EXPIRED, FINGERPRINT);

        assertThat(validate(EXPIRED).outcome()).isEqualTo(new Outcome.Expired());
    }

    @Test
    void validate_policyDemandsHeartbeats_describesIt() {
        assertThat(validate(HEARTBEAT).license())
                .extracting(License::requiresHeartbeat)
                .isEqualTo(true);
    }

    @Test
    void checkIn_overdue_isNotOverdueAfterwards() {
        ValidationResult overdue = validate(CHECK_IN);
        assertThat(overdue.outcome()).isEqualTo(new Outcome.CheckInOverdue());

        CheckInResult answer = signed(server().checkIn(CHECK_IN, idOf(overdue), deadline()));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        CheckInResult.CheckedIn.class,
                        done -> assertThat(done.next()).isNotNull());
        assertThat(validate(CHECK_IN).outcome()).isEqualTo(new Outcome.NotSeated());
    }

    @Test
    void createMachine_seatFree_isDone() {
        assertThat(create(ENTERPRISE, FINGERPRINT)).isEqualTo(new MachineCreation.Created());
    }

    @Test
    void createMachine_sameFingerprint_isTaken() {
        create(ENTERPRISE, FINGERPRINT);

        assertThat(create(ENTERPRISE, FINGERPRINT)).isEqualTo(new MachineCreation.FingerprintTaken(null));
    }

    @Test
    void createMachine_fingerprintUniqueBeyondTheLicense_isTakenByAnother() {
        create(ENTERPRISE, FINGERPRINT);

        assertThat(create(UNIQUE, FINGERPRINT)).isEqualTo(new MachineCreation.FingerprintTaken(null));
        assertThat(checkOut(UNIQUE)).isEqualTo(new MachineCheckOut.NoMachine());
    }

    @Test
    void createMachine_noSeatLeft_isLimitReached() {
        assertThat(create(FULL, FINGERPRINT))
                .isEqualTo(new MachineCreation.Refused(new ServerRefusal.LimitReached("MACHINE_LIMIT_EXCEEDED")));
    }

    @Test
    void createMachine_keyMayNotAuthenticate_isNotAllowed() {
        assertThat(create(TOKEN, FINGERPRINT))
                .isEqualTo(new MachineCreation.Refused(new ServerRefusal.NotAllowed("LICENSE_NOT_ALLOWED")));
    }

    @Test
    void checkOut_seated_isTheMachineFile() {
        create(ENTERPRISE, FINGERPRINT);

        assertThat(checkOut(ENTERPRISE))
                .isInstanceOfSatisfying(
                        MachineCheckOut.MachineFile.class,
                        file -> assertThat(file.text()).startsWith("-----BEGIN MACHINE FILE-----"));
    }

    @Test
    void checkOut_notSeated_isNoSeat() {
        assertThat(checkOut(ENTERPRISE)).isEqualTo(new MachineCheckOut.NoMachine());
    }

    @Test
    void checkOut_expired_isTheMachineFileUnlessAccessIsRevoked() {
        create(EXPIRED, FINGERPRINT);
        create(REVOKE, FINGERPRINT);

        expire(REVOKE);

        assertThat(checkOut(EXPIRED)).isInstanceOf(MachineCheckOut.MachineFile.class);
        assertThat(checkOut(REVOKE)).isEqualTo(new MachineCheckOut.Refused(new ServerRefusal.Expired()));
    }

    @Test
    void deleteMachine_seated_freesTheSeat() {
        String machine = UUID.randomUUID().toString();
        create(ENTERPRISE, machine, FINGERPRINT);

        assertThat(delete(ENTERPRISE, machine)).isEqualTo(new MachineDeletion.Deleted());

        assertThat(checkOut(ENTERPRISE)).isEqualTo(new MachineCheckOut.NoMachine());
    }

    @Test
    void deleteMachine_goneAlready_isNoSeat() {
        assertThat(delete(ENTERPRISE, UUID.randomUUID().toString())).isEqualTo(new MachineDeletion.NoMachine());
    }

    @Test
    void deleteMachine_keyRevoked_isDone() {
        assertThat(delete(UNKNOWN, UUID.randomUUID().toString())).isEqualTo(new MachineDeletion.Deleted());
    }

    @Test
    void deleteMachine_keySuspended_isRefusedAndTheSeatStays() {
        String machine = UUID.randomUUID().toString();
        create(ENTERPRISE, machine, FINGERPRINT);

        suspend(ENTERPRISE);

        assertThat(delete(ENTERPRISE, machine))
                .isEqualTo(new MachineDeletion.Refused(new ServerRefusal.Against(new Verdict.Suspended())));
    }

    @Test
    void anyCall_keyUnknownOrSuspendedOrBanned_isAgainstIt() {
        String license = UUID.randomUUID().toString();
        String machine = UUID.randomUUID().toString();

        assertThat(signed(server().checkIn(UNKNOWN, license, deadline())))
                .isEqualTo(new CheckInResult.Refused(new ServerRefusal.Against(new Verdict.Unknown())));
        assertThat(signed(server().createMachine(SUSPENDED, license, machine, FINGERPRINT, deadline())))
                .isEqualTo(new MachineCreation.Refused(new ServerRefusal.Against(new Verdict.Suspended())));
        assertThat(checkOut(BANNED))
                .isEqualTo(new MachineCheckOut.Refused(new ServerRefusal.Against(new Verdict.Banned())));
    }

    @Test
    void describe_goodKey_tellsLicenseAndEntitlements() {
        LicenseDescription description = signed(server().describe(ENTERPRISE, deadline()));

        assertThat(description).isInstanceOfSatisfying(LicenseDescription.Described.class, described -> {
            assertThat(described.license().key()).isEqualTo(ENTERPRISE);
            assertThat(described.entitlements()).hasSize(10).containsKey("SSO_SAML");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"DEMO-NO-SUCH-LICENSE", "DEMO-SUSPENDED", "DEMO-TOKEN"})
    void describe_keyThatMayNotAsk_isRefused(String key) {
        LicenseDescription description = signed(server().describe(new LicenseKey(key), deadline()));

        assertThat(description).isInstanceOf(LicenseDescription.Refused.class);
    }

    @Test
    void anyCall_serverAway_isUnreachableAndNoVerdict() {
        goAway();

        List<Uni<? extends CallResult<?>>> calls = List.of(
                server().validate(ENTERPRISE, FINGERPRINT, deadline()),
                server().describe(ENTERPRISE, deadline()),
                server().checkIn(ENTERPRISE, "license", deadline()),
                server().createMachine(ENTERPRISE, "license", "machine", FINGERPRINT, deadline()),
                server().checkOut(ENTERPRISE, FINGERPRINT, deadline()),
                server().deleteMachine(ENTERPRISE, "machine", deadline()),
                server().seats(ENTERPRISE, deadline()));

        assertThat(calls)
                .allSatisfy(call -> assertThat(call.await().atMost(LONGEST))
                        .isInstanceOfSatisfying(CallResult.Failed.class, failed -> {
                            assertThat(failed.cause()).isEqualTo(CallResult.Cause.UNREACHABLE);
                            assertThat(failed.detail()).doesNotContain(ENTERPRISE.value());
                        }));
    }

    @Test
    void seats_ofALicense_areItsMachinesAlone() {
        create(ENTERPRISE, FINGERPRINT);
        create(ENTERPRISE, "installation:2");
        create(UNIQUE, "installation:3");
        checkOut(ENTERPRISE);

        SeatHolderList seats = signed(server().seats(ENTERPRISE, deadline()));

        assertThat(seats.count()).isEqualTo(2);
        assertThat(seats.newest())
                .extracting(SeatHolderList.Seat::fingerprint)
                .containsExactly(FINGERPRINT, "installation:2");
        assertThat(seats.newest().getFirst().lastCheckOut()).isNotNull();
        assertThat(seats.newest().getLast().lastCheckOut()).isNull();
    }

    @Test
    void seats_keyThatMayNotAsk_areNotKnown() {
        assertThat(server().seats(SUSPENDED, deadline()).await().atMost(LONGEST))
                .isInstanceOf(CallResult.Failed.class);
        assertThat(server().seats(UNKNOWN, deadline()).await().atMost(LONGEST)).isInstanceOf(CallResult.Failed.class);
    }

    private ValidationResult validate(LicenseKey key) {
        return signed(server().validate(key, FINGERPRINT, deadline()));
    }

    private MachineCreation create(LicenseKey key, String fingerprint) {
        return create(key, UUID.randomUUID().toString(), fingerprint);
    }

    private MachineCreation create(LicenseKey key, String machine, String fingerprint) {
        String license = idOf(validate(key));
        return signed(server().createMachine(key, license, machine, fingerprint, deadline()));
    }

    private MachineCheckOut checkOut(LicenseKey key) {
        return signed(server().checkOut(key, FINGERPRINT, deadline()));
    }

    private MachineDeletion delete(LicenseKey key, String machine) {
        return signed(server().deleteMachine(key, machine, deadline()));
    }

    private static String idOf(ValidationResult validation) {
        License license = validation.license();
        assertThat(license).isNotNull();
        return license.id();
    }

    private static Deadline deadline() {
        return Deadline.after(LONGEST);
    }

    private static <T> T signed(Uni<CallResult<T>> call) {
        CallResult<T> answer = call.await().atMost(LONGEST);
        assertThat(answer).isInstanceOf(CallResult.Signed.class);
        return ((CallResult.Signed<T>) answer).value();
    }
}
