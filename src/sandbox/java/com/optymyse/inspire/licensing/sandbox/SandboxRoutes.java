package com.optymyse.inspire.licensing.sandbox;

import com.optymyse.inspire.licensing.sandbox.api.KeygenApi;
import com.optymyse.inspire.licensing.sandbox.control.Controls;
import com.optymyse.inspire.licensing.sandbox.signing.Signer;
import com.optymyse.inspire.licensing.sandbox.signing.VendorKeys;
import com.optymyse.inspire.licensing.sandbox.state.DemoLicenses;
import com.optymyse.inspire.licensing.sandbox.state.LicenseBook;
import com.optymyse.inspire.licensing.sandbox.state.Memory;
import com.optymyse.inspire.licensing.sandbox.state.SandboxClock;
import io.vertx.ext.web.Router;
import java.time.Clock;

/** Adds the API and the controls to a router, in the same way in dev mode and alone. */
final class SandboxRoutes {

    /** The path under which everything is. */
    static final String BASE = "/sandbox";

    private SandboxRoutes() {}

    static void mount(Router router, Memory memory, DemoLicenses licenses, Clock base) {
        SandboxClock clock = new SandboxClock(base, memory);
        LicenseBook book = new LicenseBook(memory, clock, licenses);
        Signer signer = new VendorKeys();
        new KeygenApi(memory, book, clock, signer).mount(router, BASE);
        new Controls(memory, book, clock, signer).mount(router, BASE);
    }
}
