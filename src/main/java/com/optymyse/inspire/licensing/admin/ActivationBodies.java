package com.optymyse.inspire.licensing.admin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The two bodies of an activation, as the API description shows them. {@link ActivationRequest} reads either, so that it can say
 * which field is missing, or is the other method's.
 */
final class ActivationBodies {

    private static final String KEY =
            "The license key as pasted. The service removes blanks around it, line ends and invisible"
                    + " characters. If this key is unknown or does not open the license file, the service tries the"
                    + " text once more without a label, quotes, blanks and a full stop.";
    private static final String PREVIEWED =
            "The digest of the preview that the user saw. The service refuses an activation with another"
                    + " result. A preview ignores this field.";
    private static final String REVISION =
            "For a user who saw no preview, instead of `previewed`: the `revision` that the user saw. The"
                    + " service refuses the activation if the installation has changed since then.";

    private ActivationBodies() {}

    /** By the license key alone. */
    @Schema(
            name = "OnlineActivation",
            description = "An activation with only the license key. The service asks the licensing server.",
            requiredProperties = {"method", "licenseKey"})
    record Online(
            @Schema(description = "The method of the activation", enumeration = "online")
            String method,

            @Schema(description = KEY, minLength = 1) String licenseKey,

            @Schema(description = PREVIEWED) @Nullable String previewed,
            @Schema(description = REVISION) @Nullable Long expectedRevision) {}

    /** By a signed license file, without the licensing server. */
    @Schema(
            name = "OfflineActivation",
            description = "An activation with the license key and a signed license file, without the licensing server.",
            requiredProperties = {"method", "licenseKey", "licenseFile"})
    record Offline(
            @Schema(description = "The method of the activation", enumeration = "offline")
            String method,

            @Schema(description = KEY, minLength = 1) String licenseKey,

            @Schema(
                    description =
                            "The whole content of the license file (.lic). The body of the request has at most 3 MB.",
                    minLength = 1)
            String licenseFile,

            @Schema(
                    description =
                            "This field has no effect; it remains for older clients. The service accepts an older license"
                                    + " file if it grants no more than the newest certificate of the license that it knows.")
            @Nullable
            Boolean acceptOlder,

            @Schema(description = PREVIEWED) @Nullable String previewed,
            @Schema(description = REVISION) @Nullable Long expectedRevision) {}
}
