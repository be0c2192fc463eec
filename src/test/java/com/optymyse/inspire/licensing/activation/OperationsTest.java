package com.optymyse.inspire.licensing.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Operations operations = new Operations();
    private final List<UniEmitter<? super String>> running = new ArrayList<>();

    @Test
    void stop_nothingUnderWay_returnsAtOnce() throws InterruptedException {
        begin();
        running.getFirst().complete("done");

        assertThat(operations.stop(LONG)).isZero();
    }

    @Test
    void run_onceAStopHasBegun_isRefusedAndNotRun() throws InterruptedException {
        operations.stop(LONG);

        assertThatThrownBy(() -> operations
                        .run(() -> {
                            throw new AssertionError("It must not run.");
                        })
                        .await()
                        .indefinitely())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.STOPPING));
    }

    @Test
    void stop_operationsUnderWay_returnsWhenTheLastHasEnded() {
        begin();
        begin();
        begin();
        CompletableFuture<Integer> stop = CompletableFuture.supplyAsync(this::stop);

        running.get(1).fail(new IllegalStateException("It failed."));
        running.get(0).complete("done");
        assertThat(stop).isNotDone();
        running.get(2).complete("done");

        assertThat(stop.join()).isZero();
    }

    @Test
    void stop_operationThatHangs_isLeftAfterTheLongestWait() throws InterruptedException {
        begin();

        assertThat(operations.stop(Duration.ofMillis(1))).isEqualTo(1);
    }

    private void begin() {
        operations
                .<String>run(() -> Uni.createFrom().emitter(running::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private int stop() {
        try {
            return operations.stop(LONG);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
