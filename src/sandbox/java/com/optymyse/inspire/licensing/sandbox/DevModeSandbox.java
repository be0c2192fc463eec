package com.optymyse.inspire.licensing.sandbox;

import com.optymyse.inspire.licensing.sandbox.state.DemoLicenses;
import com.optymyse.inspire.licensing.sandbox.state.Memory;
import com.optymyse.inspire.licensing.sandbox.state.SandboxClock;
import io.quarkus.runtime.LaunchMode;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;

/** The sandbox inside the service in dev mode, where its memory outlives a live reload; in other modes it stays away. */
@ApplicationScoped
class DevModeSandbox {

    private static final String REMEMBERED = "inspire.sandbox.state";

    void mount(@Observes Router router) {
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            return;
        }
        Clock clock = SandboxClock.real();
        DemoLicenses licenses = new DemoLicenses();
        Memory memory = Memory.inSystemProperty(REMEMBERED, () -> licenses.at(clock.instant()));
        SandboxRoutes.mount(router, memory, licenses, clock);
    }
}
