package com.optymyse.inspire.walls;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.openfeature.contrib.providers.ofrep.OfrepProvider;
import dev.openfeature.contrib.providers.ofrep.OfrepProviderOptions;
import dev.openfeature.sdk.OpenFeatureAPI;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;

/** Lets OpenFeature ask the licensing service. */
@ApplicationScoped
class Licensing {

    /** After which the default counts, and whoever asks this service has waited for long enough. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final LicensingConfig config;
    private String token = "";

    Licensing(LicensingConfig config) {
        this.config = config;
    }

    void start(@Observes StartupEvent started) throws IOException {
        useFreshToken();
    }

    /** The provider keeps the headers it is made with, so a new token needs a new provider. */
    @Scheduled(every = "30s")
    synchronized void useFreshToken() throws IOException {
        String fresh = Files.readString(config.tokenFile()).strip();
        if (!fresh.equals(token)) {
            OpenFeatureAPI.getInstance().setProviderAndWait(provider(fresh));
            token = fresh;
        }
    }

    private OfrepProvider provider(String token) {
        return OfrepProvider.constructProvider(OfrepProviderOptions.builder()
                .baseUrl(config.url().toString())
                .connectTimeout(LONGEST)
                .requestTimeout(LONGEST)
                .headers(ImmutableMap.of("Authorization", ImmutableList.of("Bearer " + token)))
                .build());
    }
}
