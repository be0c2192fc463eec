package com.optymyse.inspire.licensing.sandbox.control;

import com.optymyse.inspire.licensing.sandbox.state.DemoLicense;
import com.optymyse.inspire.licensing.sandbox.state.LicenseBook;
import com.optymyse.inspire.licensing.sandbox.state.Machine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes licenses and machines as a vendor would, behind the installation's back. */
final class LicenseControls {

    private final LicenseBook book;
    private final InstantSource clock;

    LicenseControls(LicenseBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    void addTo(ControlRoutes routes) {
        routes.add("GET /licenses", "The licenses.", request -> all());
        routes.add("GET /licenses/:key", "One license.", request -> shown(license(request)));
        change(routes, "suspend", "Suspends it.", license -> license.withSuspended(true));
        change(routes, "reinstate", "Ends the suspension.", license -> license.withSuspended(false));
        change(
                routes,
                "expire",
                "Lets it end a minute ago; the seats stay.",
                license -> license.withExpiry(clock.instant().minus(Duration.ofMinutes(1))));
        change(routes, "renew", "Lets it end a year from now.", license -> license.withExpiry(aYearFromNow()));
        change(routes, "ban", "Bans its owner.", license -> license.withBanned(true));
        change(routes, "unban", "Ends the ban.", license -> license.withBanned(false));
        routes.add(
                "PATCH /licenses/:key",
                "Changes name, expiry, entitlements, metadata or the policy, for all licenses of it, by a JSON merge patch.",
                request -> shown(book.patch(license(request), request.body())));
        routes.add(
                "PUT /licenses/:key/policy",
                "{\"of\": another key}: moves it to the policy of that license; the seats stay.",
                this::move);
        routes.add("DELETE /licenses/:key", "Revokes it: the key is unknown from now on.", request -> {
            book.remove(license(request));
            return ControlReply.done();
        });
        routes.add("GET /licenses/:key/machines", "The machines that hold its seats.", this::machines);
        routes.add("DELETE /licenses/:key/machines", "Frees all its seats.", request -> {
            book.machines(license(request)).forEach(book::remove);
            return ControlReply.done();
        });
        routes.add("DELETE /licenses/:key/machines/:machine", "Frees one seat, by id or fingerprint.", this::free);
    }

    /** The license that the path names by its key. */
    DemoLicense license(ControlRequest request) {
        return license(request.path("key"));
    }

    private DemoLicense license(String key) {
        return book.license(key)
                .orElseThrow(() -> new NoSuchElementException("The sandbox has no license " + key + "."));
    }

    private void change(ControlRoutes routes, String name, String about, UnaryOperator<DemoLicense> change) {
        routes.add("POST /licenses/:key/" + name, about, request -> {
            DemoLicense changed = change.apply(license(request));
            book.put(changed);
            return shown(changed);
        });
    }

    private ControlReply machines(ControlRequest request) {
        return ControlReply.json(
                book.machines(license(request)).stream().map(MachineView::of).toList());
    }

    private ControlReply move(ControlRequest request) {
        if (!(request.json().getValue("of") instanceof String other)) {
            throw new IllegalArgumentException("\"of\" is the key of a license.");
        }
        return shown(book.move(license(request), license(other).policy()));
    }

    private ControlReply free(ControlRequest request) {
        String name = request.path("machine");
        book.remove(book.machine(license(request), name)
                .orElseThrow(() -> new NoSuchElementException("The license has no machine " + name + ".")));
        return ControlReply.done();
    }

    private ControlReply all() {
        return ControlReply.json(book.licenses().stream().map(this::view).toList());
    }

    private ControlReply shown(DemoLicense license) {
        return ControlReply.json(view(license));
    }

    private Instant aYearFromNow() {
        return clock.instant().atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
    }

    private record MachineView(String id, String fingerprint, Instant created) {

        static MachineView of(Machine machine) {
            return new MachineView(machine.id(), machine.fingerprint(), machine.created());
        }
    }

    private record LicenseView(
            String key,
            String id,
            String about,
            @Nullable String name,
            String status,
            String policy,
            @Nullable Instant expiry,
            List<String> entitlements,
            Map<String, Object> metadata,
            List<MachineView> machines) {}

    private LicenseView view(DemoLicense license) {
        return new LicenseView(
                license.key(),
                license.id(),
                license.about(),
                license.name(),
                license.status(clock.instant()),
                license.policy().name(),
                license.expiry(),
                license.entitlements(),
                license.metadata(),
                book.machines(license).stream().map(MachineView::of).toList());
    }
}
