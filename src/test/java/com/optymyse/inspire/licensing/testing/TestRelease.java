package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.installation.EarliestTime;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** When the release was made, in component tests: nobody knows, because their clocks may be put back before any commit. */
@Mock
@Singleton
public class TestRelease implements EarliestTime {

    @Override
    public Optional<Instant> time() {
        return Optional.empty();
    }
}
