package com.optymyse.inspire.licensing.sandbox.control;

import com.optymyse.inspire.licensing.sandbox.api.FileDocuments;
import com.optymyse.inspire.licensing.sandbox.api.Resources;
import com.optymyse.inspire.licensing.sandbox.signing.DevToken;
import com.optymyse.inspire.licensing.sandbox.signing.Signer;
import com.optymyse.inspire.licensing.sandbox.signing.VendorKeys;
import com.optymyse.inspire.licensing.sandbox.state.Faults;
import com.optymyse.inspire.licensing.sandbox.state.LicenseBook;
import com.optymyse.inspire.licensing.sandbox.state.Memory;
import com.optymyse.inspire.licensing.sandbox.state.SandboxClock;
import com.optymyse.inspire.licensing.sandbox.state.Vendor;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;

/** All controls of the sandbox. */
public final class Controls {

    private final Memory memory;
    private final LicenseBook book;
    private final SandboxClock clock;
    private final LicenseControls licenses;
    private final FileControl files;
    private final FaultControls faults;
    private final TokenControl tokens;

    public Controls(Memory memory, LicenseBook book, SandboxClock clock, Signer signer) {
        this.memory = memory;
        this.book = book;
        this.clock = clock;
        this.licenses = new LicenseControls(book, clock);
        this.files = new FileControl(book, clock, signer, new FileDocuments(new Resources(book, clock)), licenses);
        this.faults = new FaultControls(new Faults(memory));
        // A token is for the service, whose time no control of the sandbox moves.
        this.tokens = new TokenControl(new DevToken(SandboxClock.real()));
    }

    /** Adds the controls' routes below a base path. */
    public void mount(Router router, String base) {
        ControlRoutes routes = new ControlRoutes(router, base, memory);
        tokens.addTo(routes);
        files.addTo(routes);
        licenses.addTo(routes);
        faults.addTo(routes);
        routes.add(
                "GET /calls",
                "The calls of the API, oldest first.",
                request -> ControlReply.json(memory.state().calls()));
        routes.add("DELETE /calls", "Forgets the calls.", request -> {
            memory.update(state -> state.withCalls(List.of()));
            return ControlReply.done();
        });
        routes.add("POST /clock", "{\"offsetSeconds\"}: moves the licensing server's clock.", this::moveClock);
        routes.add("GET /keys", "Account, product and public keys.", request -> keys());
        routes.add("POST /reset", "Everything as at start.", request -> {
            book.reset();
            return ControlReply.done();
        });
        IndexPage page = new IndexPage(base, routes.descriptions(), book);
        routes.add("GET ", "This page.", request -> ControlReply.html(page.html()));
    }

    private ControlReply moveClock(ControlRequest request) {
        if (!(request.json().getValue("offsetSeconds") instanceof Number offset)) {
            throw new IllegalArgumentException("\"offsetSeconds\" is a whole number.");
        }
        clock.moveTo(offset.longValue());
        return ControlReply.json(Map.of("now", clock.instant()));
    }

    private static ControlReply keys() {
        return ControlReply.json(
                Map.of("account", Vendor.ACCOUNT, "product", Vendor.PRODUCT, "publicKeys", VendorKeys.publicKeys()));
    }
}
