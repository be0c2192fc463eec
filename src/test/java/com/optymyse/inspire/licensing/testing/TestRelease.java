package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.installation.EarliestTime;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The release date in component tests: unknown, because their clocks may be set before any commit. */
@Mock
@Singleton
public class TestRelease implements EarliestTime {

    @Override
    public Optional<Instant> time() {
        return Optional.empty();
    }
}
