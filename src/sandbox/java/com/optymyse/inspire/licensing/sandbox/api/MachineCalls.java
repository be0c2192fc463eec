package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.state.DemoLicense;
import com.optymyse.inspire.licensing.sandbox.state.LicenseBook;
import com.optymyse.inspire.licensing.sandbox.state.Machine;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The calls about a machine: create, read, delete. */
final class MachineCalls {

    private final LicenseBook book;
    private final InstantSource clock;
    private final Authentication authentication;
    private final Resources resources;

    MachineCalls(LicenseBook book, InstantSource clock, Authentication authentication, Resources resources) {
        this.book = book;
        this.clock = clock;
        this.authentication = authentication;
        this.resources = resources;
    }

    /** POST machines. */
    Answer create(ApiRequest request) {
        DemoLicense caller = authentication.required(request);
        NewMachine asked = NewMachine.of(request.json());
        requireOwn(caller, asked.licenseId());
        request.requireNoLimit();
        List<ApiError.Detail> errors = new SeatRules(book, caller).errors(asked);
        if (!errors.isEmpty()) {
            throw ApiError.unprocessable(errors);
        }
        String id = asked.id() == null ? UUID.randomUUID().toString() : asked.id();
        Instant now = clock.instant();
        Instant heartbeat = caller.policy().startsHeartbeat() ? now : null;
        Machine machine = new Machine(id, caller.key(), asked.fingerprint(), asked.details(), now, null, heartbeat);
        book.add(machine);
        return Answer.created(resources.machine(machine, caller), request.server() + Links.ACCOUNT + "/machines/" + id);
    }

    /** GET machines: those of the license that calls. */
    Answer list(ApiRequest request) {
        DemoLicense caller = authentication.required(request);
        List<JsonObject> machines = book.machines(caller).stream()
                .sorted(Comparator.comparing(Machine::created).reversed())
                .map(machine -> resources.machine(machine, caller))
                .toList();
        return Answer.ok(Page.of(request).of(machines, request.normalizedPath()));
    }

    /** GET machines/{id-or-fingerprint}. */
    Answer read(ApiRequest request) {
        DemoLicense caller = authentication.required(request);
        return Answer.resource(resources.machine(authentication.ownMachine(request, caller), caller));
    }

    /** DELETE machines/{id-or-fingerprint}. */
    Answer delete(ApiRequest request) {
        DemoLicense caller = authentication.required(request);
        book.remove(authentication.ownMachine(request, caller));
        return Answer.noContent();
    }

    private void requireOwn(DemoLicense caller, String licenseId) {
        if (licenseId.equals(caller.id())) {
            return;
        }
        if (book.licenses().stream().anyMatch(license -> license.id().equals(licenseId))) {
            throw ApiError.forbidden(null, "You do not have permission to complete the request");
        }
        throw ApiError.unprocessable(new ApiError.Detail(
                "must exist", "LICENSE_NOT_FOUND", ApiError.Source.pointer("/data/relationships/license")));
    }
}
