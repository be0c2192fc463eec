package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.installation.Held;
import com.optymyse.inspire.licensing.installation.LicenseState;
import com.optymyse.inspire.licensing.installation.Snapshot;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.testing.LogRecorder;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharedRevalidationsTest {

    private final SharedRevalidations shared = new SharedRevalidations(Clock.systemUTC());
    private final List<UniEmitter<? super Snapshot>> asked = new ArrayList<>();
    private final List<SharedRevalidations.Company> companies = new ArrayList<>();
    private final Snapshot answer = Held.snapshot(new LicenseState.None());

    @Test
    void join_severalAtOnce_askOnceAndShareTheAnswer() {
        UniAssertSubscriber<Snapshot> one = ask(0, "Ada");
        UniAssertSubscriber<Snapshot> other = ask(0, null);

        assertThat(asked).hasSize(1);
        asked.getFirst().complete(answer);

        one.assertCompleted().assertItem(answer);
        other.assertCompleted().assertItem(answer);
    }

    @Test
    void join_severalAtOnce_shareAFailureToo() {
        UniAssertSubscriber<Snapshot> one = ask(0, "Ada");
        UniAssertSubscriber<Snapshot> other = ask(0, "Eve");

        asked.getFirst().fail(new Refusal(RefusalCode.LICENSING_SERVER_UNREACHABLE, "No answer."));

        one.assertFailedWith(Refusal.class);
        other.assertFailedWith(Refusal.class);
    }

    @Test
    void join_afterAnAnswerThatChangedNothing_asksAnew() {
        ask(0, "Ada");
        asked.getFirst().fail(new Refusal(RefusalCode.STORE_UNAVAILABLE, "Away."));

        ask(0, "Ada");

        assertThat(asked).hasSize(2);
    }

    @Test
    void join_afterAChange_asksAnewAndTheFirstDisturbsNobody() {
        ask(0, "Ada");
        UniAssertSubscriber<Snapshot> later = ask(1, "Eve");
        assertThat(asked).hasSize(2);

        asked.getFirst().complete(answer);
        UniAssertSubscriber<Snapshot> joined = ask(1, "Bob");
        assertThat(asked).hasSize(2);

        asked.getLast().complete(answer);
        later.assertCompleted();
        joined.assertCompleted();
    }

    /** It has read the version before the answer has moved it. */
    @Test
    void join_aMomentAfterTheAnswer_sharesItStill() {
        ask(0, "Ada");
        long came = shared.come();
        asked.getFirst().complete(answer);

        ask(came, 0, "Eve").assertCompleted().assertItem(answer);
        assertThat(asked).hasSize(1);

        ask(0, "Eve");
        assertThat(asked).hasSize(2);
    }

    @Test
    void join_oneWhoGoesAway_takesTheAnswerFromNobody() {
        UniAssertSubscriber<Snapshot> first = ask(0, "Ada");
        UniAssertSubscriber<Snapshot> second = ask(0, "Eve");

        first.cancel();
        asked.getFirst().complete(answer);

        second.assertCompleted().assertItem(answer);
    }

    @Test
    void join_severalAtOnce_theRevalidationIsToldWhoElseWaits() {
        ask(0, "Ada");
        ask(0, null);
        ask(0, "Eve");
        ask(0, "Bob");

        assertThat(companies.getFirst().firstAdmin()).hasValue(caller("Eve"));
        assertThat(companies.getFirst().tell()).containsExactly(caller(null), caller("Eve"), caller("Bob"));
    }

    @Test
    void join_onesWhoCameInTime_haveNoLineOfTheirOwn() {
        try (LogRecorder log = LogRecorder.start()) {
            ask(0, "Ada");
            ask(0, "Eve");
            companies.getFirst().tell();
            asked.getFirst().complete(answer);

            assertThat(log.operations()).isEmpty();
        }
    }

    /** The line of the operation is written before its answer arrives. */
    @Test
    void join_afterTheLineWasWritten_hasALineOfItsOwn() {
        try (LogRecorder log = LogRecorder.start()) {
            ask(0, "Ada");
            companies.getFirst().tell();
            ask(0, "Eve");
            asked.getFirst().complete(answer);

            assertThat(log.operations())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .containsEntry("actor", "Eve")
                            .containsEntry("requestId", "request-of-Eve")
                            .containsEntry("action", "revalidate")
                            .containsEntry("outcome", "succeeded"));
        }
    }

    @Test
    void join_afterTheLineOfAFailureWasWritten_hasALineThatSaysSo() {
        try (LogRecorder log = LogRecorder.start()) {
            ask(0, "Ada");
            companies.getFirst().tell();
            ask(0, "Eve");
            asked.getFirst().fail(new Refusal(RefusalCode.LICENSING_SERVER_UNREACHABLE, "No answer.").asRecorded());

            assertThat(log.operations())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .containsEntry("requestId", "request-of-Eve")
                            .containsEntry("code", "licensing-server-unreachable"));
        }
    }

    private UniAssertSubscriber<Snapshot> ask(long version, @Nullable String who) {
        return ask(shared.come(), version, who);
    }

    private UniAssertSubscriber<Snapshot> ask(long came, long version, @Nullable String who) {
        return shared.join(came, version, caller(who), company -> {
                    companies.add(company);
                    return Uni.createFrom().emitter(asked::add);
                })
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private static Caller caller(@Nullable String name) {
        return name == null ? Caller.SERVICE : new Caller(name, "request-of-" + name, null);
    }
}
