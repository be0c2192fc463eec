package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.state.DemoLicense;
import com.optymyse.inspire.licensing.sandbox.state.LicenseBook;
import com.optymyse.inspire.licensing.sandbox.state.Machine;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls about a license: validate, read, check in. */
final class LicenseCalls {

    private static final int LONGEST_METADATA = 16_384;

    private final LicenseBook book;
    private final InstantSource clock;
    private final Authentication authentication;
    private final Resources resources;

    LicenseCalls(LicenseBook book, InstantSource clock, Authentication authentication, Resources resources) {
        this.book = book;
        this.clock = clock;
        this.authentication = authentication;
        this.resources = resources;
    }

    /** POST licenses/actions/validate-key: 200 whatever is found, for an unknown key too. */
    Answer validateKey(ApiRequest request) {
        authentication.optional(request);
        Params meta = request.json().allowOnly("meta").object("meta").allowOnly("key", "nonce", "scope");
        String key = meta.text("key");
        meta.optionalInteger("nonce");
        Scope scope = new Scope(meta.optionalObject("scope").orElse(Params.body(new JsonObject())));
        return book.license(key)
                .filter(license -> license.key().equals(key))
                .map(license -> validated(license, scope, meta.json(), request.isLagging()))
                .orElseGet(() -> answer(null, ValidationCode.NOT_FOUND, false, meta.json()));
    }

    /** GET me: the license that calls. */
    Answer me(ApiRequest request) {
        return Answer.resource(resources.license(authentication.required(request)));
    }

    /** GET licenses/{id}. */
    Answer read(ApiRequest request) {
        return Answer.resource(resources.license(authentication.ownLicense(request)));
    }

    /** GET licenses/{id}/entitlements. */
    Answer entitlements(ApiRequest request) {
        DemoLicense license = authentication.ownLicense(request);
        return Answer.ok(Page.of(request).of(resources.entitlements(license), request.normalizedPath()));
    }

    /** POST licenses/{id}/actions/check-in. */
    Answer checkIn(ApiRequest request) {
        DemoLicense license = authentication.ownLicense(request);
        if (license.policy().checkInDays() == null) {
            throw ApiError.unprocessable(
                    new ApiError.Detail("cannot be checked in because the policy does not require it", null, null));
        }
        request.requireNoLimit();
        requireShortMetadata(license);
        DemoLicense checkedIn = license.checkedInAt(clock.instant());
        book.put(checkedIn);
        return Answer.resource(resources.license(checkedIn));
    }

    private Answer validated(DemoLicense license, Scope scope, JsonObject asked, boolean lagging) {
        DemoLicense touched = license.validatedAt(clock.instant());
        book.put(touched);
        List<Machine> machines = lagging ? book.earlierMachines(license) : book.machines(license);
        DemoLicense seen = lagging ? touched.beforeCheckIn() : touched;
        Validation validation = new Validation(seen, scope, machines, clock.instant());
        ValidationCode code = validation.code();
        return answer(resources.license(seen), code, validation.isGood(code), asked);
    }

    /** A check-in saves the license, which the server does only while all of it is within its limits. */
    private static void requireShortMetadata(DemoLicense license) {
        byte[] metadata = new JsonObject(license.metadata()).encode().getBytes(StandardCharsets.UTF_8);
        if (metadata.length > LONGEST_METADATA) {
            throw ApiError.unprocessable(new ApiError.Detail(
                    "is too long", "METADATA_TOO_LONG", ApiError.Source.pointer("/data/attributes/metadata")));
        }
    }

    private Answer answer(@Nullable JsonObject license, ValidationCode code, boolean valid, JsonObject asked) {
        JsonObject meta = new JsonObject()
                .put("ts", Resources.time(clock.instant()))
                .put("valid", valid)
                .put("detail", code.detail())
                .put("code", code.name());
        for (String echoed : List.of("nonce", "scope")) {
            if (asked.containsKey(echoed)) {
                meta.put(echoed, asked.getValue(echoed));
            }
        }
        return Answer.ok(new JsonObject().put("data", license).put("meta", meta));
    }
}
