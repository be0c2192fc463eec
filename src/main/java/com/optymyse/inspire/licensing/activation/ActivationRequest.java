package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of an activation.
 *
 * @param method {@code online} or {@code offline}
 * @param licenseKey the license key, as pasted
 * @param licenseFile the contents of the license file; with method {@code offline} alone
 * @param acceptOlder whether a license file older than one activated before is accepted; with method {@code offline} alone
 */
public record ActivationRequest(
        @Nullable String method,
        @Nullable String licenseKey,
        @Nullable String licenseFile,
        @Nullable Boolean acceptOlder) {

    /** What is asked for, once it is clear that it is one of the two. */
    sealed interface Asked {

        record Online(LicenseKey key) implements Asked {}

        record Offline(Brought brought) implements Asked {}
    }

    /** Checks the request; a {@link Refusal} names the first field that does not say what it must. */
    Asked asked() {
        return switch (method) {
            case "online" -> online();
            case "offline" -> new Asked.Offline(new Brought(key(), file(), Boolean.TRUE.equals(acceptOlder)));
            case null -> throw Refusal.invalid("method", "Say how to activate: the method is online or offline.");
            default -> throw Refusal.invalid("method", "The method is online or offline, nothing else.");
        };
    }

    /** The license key that it names; empty where it names none, or nothing that could be one. */
    Optional<LicenseKey> named() {
        try {
            return Optional.ofNullable(licenseKey).map(LicenseKey::parse);
        } catch (Refusal notAKey) {
            return Optional.empty();
        }
    }

    private Asked online() {
        if (licenseFile != null) {
            throw Refusal.invalid("licenseFile", "A license file belongs to the method offline.");
        }
        if (acceptOlder != null) {
            throw Refusal.invalid("acceptOlder", "Accepting an older license file belongs to the method offline.");
        }
        return new Asked.Online(key());
    }

    private LicenseKey key() {
        if (licenseKey == null) {
            throw Refusal.invalid("licenseKey", "A license key is needed.");
        }
        return LicenseKey.parse(licenseKey);
    }

    private String file() {
        if (licenseFile == null || licenseFile.isBlank()) {
            throw Refusal.invalid("licenseFile", "The contents of the license file (.lic) are needed.");
        }
        return licenseFile;
    }

    /** Prints neither key nor file. */
    @Override
    public String toString() {
        return "ActivationRequest[method=" + method + "]";
    }
}
