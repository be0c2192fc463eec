package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.Deadline;
import com.optymyse.inspire.licensing.licensingserver.LicensingServer;
import com.optymyse.inspire.licensing.licensingserver.SeatHolderList;
import com.optymyse.inspire.licensing.licensingserver.SeatHolderList.Seat;
import com.optymyse.inspire.licensing.testing.PlantedErrors;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeatHoldersTest {

    private static final LicenseKey KEY = new LicenseKey("KEY");
    private static final Instant T = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void named_noSeatLeft_saysHowManyHaveOneAndWhichNewestFirst() {
        SeatHolderList seats = new SeatHolderList(
                12,
                IntStream.range(0, 12)
                        .mapToObj(day -> new Seat("machine-" + day, null, day == 0 ? null : T.plusSeconds(day)))
                        .toList());

        Refusal refusal = refusalOf(
                answering(new CallResult.Signed<>(seats, T)), Refusals.limitReached("MACHINE_LIMIT_EXCEEDED"));

        assertThat(refusal.code()).isEqualTo(RefusalCode.MACHINE_LIMIT_REACHED);
        assertThat(refusal.detail())
                .isEqualTo(
                        "All 12 seats of this license are in use (MACHINE_LIMIT_EXCEEDED). Free one of them first. If"
                                + " this installation replaces one that no longer exists, set"
                                + " licensing.installation.fingerprint to the fingerprint of the old installation"
                                + " instead.");
        assertThat(refusal.members())
                .containsEntry("serverCode", "MACHINE_LIMIT_EXCEEDED")
                .containsEntry("seats", seats);
        assertThat(seats.newest())
                .hasSize(10)
                .extracting(Seat::fingerprint)
                .startsWith("machine-11", "machine-10")
                .doesNotContain("machine-0", "machine-1");
    }

    @Test
    void named_oneSeat_saysSo() {
        SeatHolderList one = new SeatHolderList(1, List.of(new Seat("machine", "Hall 1", T)));

        assertThat(refusalOf(
                                answering(new CallResult.Signed<>(one, T)),
                                Refusals.limitReached("MACHINE_LIMIT_EXCEEDED"))
                        .detail())
                .startsWith("The only seat of this license is in use (MACHINE_LIMIT_EXCEEDED). Free it first. If ");
    }

    /** The key may not list them, or the answer does not come: the refusal is as true without. */
    @Test
    void named_listNotToBeHad_refusedAsItWas() {
        Refusal refused = Refusals.limitReached("MACHINE_LIMIT_EXCEEDED");

        assertThat(refusalOf(answering(new CallResult.Failed<>(CallResult.Cause.ERROR, "No verdict.")), refused))
                .isSameAs(refused);
        assertThat(refusalOf(failing(PlantedErrors.error()), refused)).isSameAs(refused);
    }

    /** A machine may have been deleted between the refusal and the list. */
    @Test
    void named_nobodyListed_refusedAsItWas() {
        Refusal refused = Refusals.limitReached("MACHINE_LIMIT_EXCEEDED");

        assertThat(refusalOf(answering(new CallResult.Signed<>(new SeatHolderList(0, List.of()), T)), refused))
                .isSameAs(refused);
        assertThat(refusalOf(answering(new CallResult.Signed<>(new SeatHolderList(3, List.of()), T)), refused))
                .isSameAs(refused);
    }

    @Test
    void named_anotherLimitOrRefusal_nobodyIsAsked() {
        Refusal cores = Refusals.limitReached("MACHINE_CORE_LIMIT_EXCEEDED");
        Refusal other = Refusals.otherProduct();

        assertThat(refusalOf(new UnaskedServer(), cores)).isSameAs(cores);
        assertThat(refusalOf(new UnaskedServer(), other)).isSameAs(other);
    }

    @Test
    void named_granted_isGranted() {
        Uni<String> granted = Uni.createFrom().item("granted");

        assertThat(new SeatHolders(new UnaskedServer())
                        .named(KEY, Deadline.after(Duration.ofHours(1)), granted)
                        .await()
                        .atMost(Duration.ofMinutes(1)))
                .isEqualTo("granted");
    }

    private static Refusal refusalOf(LicensingServer server, Refusal refused) {
        Uni<String> attempt = Uni.createFrom().failure(refused);
        return catchThrowableOfType(
                Refusal.class,
                () -> new SeatHolders(server)
                        .named(KEY, Deadline.after(Duration.ofHours(1)), attempt)
                        .await()
                        .atMost(Duration.ofMinutes(1)));
    }

    private static LicensingServer answering(CallResult<SeatHolderList> answer) {
        return new UnaskedServer() {
            @Override
            public Uni<CallResult<SeatHolderList>> seats(LicenseKey key, Deadline deadline) {
                assertThat(key).isEqualTo(KEY);
                return Uni.createFrom().item(answer);
            }
        };
    }

    private static LicensingServer failing(RuntimeException error) {
        return new UnaskedServer() {
            @Override
            public Uni<CallResult<SeatHolderList>> seats(LicenseKey key, Deadline deadline) {
                return Uni.createFrom().failure(error);
            }
        };
    }
}
