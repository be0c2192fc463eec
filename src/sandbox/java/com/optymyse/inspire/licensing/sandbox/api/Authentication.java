package com.optymyse.inspire.licensing.sandbox.api;

import com.optymyse.inspire.licensing.sandbox.state.DemoLicense;
import com.optymyse.inspire.licensing.sandbox.state.LicenseBook;
import com.optymyse.inspire.licensing.sandbox.state.Machine;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** Decides which license calls, by the key in the request, and which license or machine of the caller the path names. */
final class Authentication {

    private final LicenseBook book;
    private final InstantSource clock;

    Authentication(LicenseBook book, InstantSource clock) {
        this.book = book;
        this.clock = clock;
    }

    /** The license that calls; an {@link ApiError} when none does or it may not. */
    DemoLicense required(ApiRequest request) {
        return optional(request)
                .orElseThrow(() -> ApiError.unauthorized("TOKEN_MISSING", "The request carries no credentials"));
    }

    /** The license that calls, if one does: a credential that is sent is checked even where none is needed. */
    Optional<DemoLicense> optional(ApiRequest request) {
        return request.header("Authorization")
                .filter(header -> !credentials(header).isEmpty())
                .map(this::license);
    }

    /** The id of the license that calls, empty when none does or it may not. */
    Optional<String> bearer(ApiRequest request) {
        return key(request)
                .flatMap(this::known)
                .filter(license -> objection(license).isEmpty())
                .map(DemoLicense::id);
    }

    /** The license that the path names, which must be the one that calls: of others it is not told that they exist. */
    DemoLicense ownLicense(ApiRequest request) {
        DemoLicense caller = required(request);
        String named = request.pathVariable("license");
        if (!named.equals(caller.id()) && !named.equals(caller.key())) {
            throw ApiError.notFound();
        }
        return caller;
    }

    /** The machine that the path names, which must be one of the license that calls. */
    Machine ownMachine(ApiRequest request, DemoLicense caller) {
        return book.machine(caller, request.pathVariable("machine")).orElseThrow(ApiError::notFound);
    }

    /** The key that the request carries, good or not. */
    static Optional<String> key(ApiRequest request) {
        return request.header("Authorization")
                .filter(Authentication::isLicenseScheme)
                .map(Authentication::credentials);
    }

    private DemoLicense license(String header) {
        if (!isLicenseScheme(header)) {
            throw ApiError.unauthorized("TOKEN_INVALID", "The sandbox knows no tokens");
        }
        DemoLicense license = known(credentials(header))
                .orElseThrow(() -> ApiError.unauthorized("LICENSE_INVALID", "The license key is not known"));
        objection(license).ifPresent(refusal -> {
            throw refusal;
        });
        return license;
    }

    private Optional<ApiError> objection(DemoLicense license) {
        if (license.banned()) {
            return Optional.of(ApiError.forbidden("LICENSE_BANNED", "The license is banned"));
        }
        if (license.suspended()) {
            return Optional.of(ApiError.forbidden("LICENSE_SUSPENDED", "The license is suspended"));
        }
        if (license.policy().revokesOnExpiry() && license.isExpired(clock.instant())) {
            return Optional.of(ApiError.forbidden("LICENSE_EXPIRED", "The license is expired"));
        }
        return license.policy().allowsLicenseKey()
                ? Optional.empty()
                : Optional.of(ApiError.notAllowed(
                        "LICENSE_NOT_ALLOWED", "The policy does not allow license key authentication"));
    }

    private Optional<DemoLicense> known(String key) {
        return book.license(key).filter(license -> license.key().equals(key));
    }

    private static boolean isLicenseScheme(String header) {
        return header.toLowerCase(Locale.ROOT).startsWith("license ");
    }

    /** What follows the scheme; nothing, where nothing does. */
    private static String credentials(String header) {
        int space = header.indexOf(' ');
        return space < 0 ? "" : header.substring(space).strip();
    }
}
