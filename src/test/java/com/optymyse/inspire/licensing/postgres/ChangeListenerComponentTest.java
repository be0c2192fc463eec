package com.optymyse.inspire.licensing.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.optymyse.inspire.licensing.testing.FreshInstallation;
import com.optymyse.inspire.licensing.testing.PostgresControl;
import com.optymyse.inspire.licensing.testing.PostgresTestResource;
import com.optymyse.inspire.licensing.testing.SandboxTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SandboxTestResource.class)
class ChangeListenerComponentTest {

    @Inject
    ChangeListener listener;

    @Inject
    FreshInstallation installation;

    @Inject
    Database database;

    PostgresControl postgres;

    private final Semaphore hints = new Semaphore(0);
    private Cancellable listening;

    @BeforeEach
    void listen() throws InterruptedException {
        installation.begin();
        listening = listener.hints().subscribe().with(hint -> hints.release());
        awaitHint();
    }

    @AfterEach
    void stop() {
        listening.cancel();
        postgres.comeBack();
    }

    @Test
    void listen_anotherReplicaChangesTheState_hints() throws InterruptedException {
        database.execute("NOTIFY licensing, '1'");

        awaitHint();
    }

    @Test
    void listen_afterAnOutage_hintsWithoutANotification() throws InterruptedException {
        postgres.goAway();
        postgres.comeBack();

        awaitHint();

        database.execute("NOTIFY licensing, '1'");
        awaitHint();
    }

    private void awaitHint() throws InterruptedException {
        assertThat(hints.tryAcquire(30, TimeUnit.SECONDS)).as("a hint came").isTrue();
    }
}
