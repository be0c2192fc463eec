package com.optymyse.inspire.licensing.admin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The two bodies of an activation, as the API description shows them. {@link ActivationRequest} reads either, so that it can say
 * which field is missing, or is the other method's.
 */
final class ActivationBodies {

    private static final String KEY =
            "The license key, as pasted: blanks around it, line ends and invisible characters are"
                    + " dropped. Where it is not known so, it is tried once more without a label, quotes, blanks and a full stop.";
    private static final String PREVIEWED =
            "The digest of the preview that was shown: an activation that would do something else"
                    + " is refused. A preview ignores it.";
    private static final String REVISION =
            "In place of `previewed`, where no preview was shown: the revision of the installation"
                    + " that was shown. An activation of an installation that has changed since is refused.";

    private ActivationBodies() {}

    /** By the license key alone. */
    @Schema(
            name = "OnlineActivation",
            description = "Activates by the license key alone: the licensing server is asked.",
            requiredProperties = {"method", "licenseKey"})
    record Online(
            @Schema(description = "How to activate", enumeration = "online")
            String method,

            @Schema(description = KEY, minLength = 1) String licenseKey,

            @Schema(description = PREVIEWED) @Nullable String previewed,
            @Schema(description = REVISION) @Nullable Long expectedRevision) {}

    /** By a signed license file, without the licensing server. */
    @Schema(
            name = "OfflineActivation",
            description = "Activates by the license key and a signed license file: the licensing server is not asked.",
            requiredProperties = {"method", "licenseKey", "licenseFile"})
    record Offline(
            @Schema(description = "How to activate", enumeration = "offline")
            String method,

            @Schema(description = KEY, minLength = 1) String licenseKey,

            @Schema(
                    description =
                            "The whole content of the license file (.lic); with the rest of the body at most 3 MB",
                    minLength = 1)
            String licenseFile,

            @Schema(
                    description =
                            "Has no effect; kept for older clients. A license file that was issued before one that was"
                                    + " activated here is accepted when it grants no more than the newest one known.")
            @Nullable
            Boolean acceptOlder,

            @Schema(description = PREVIEWED) @Nullable String previewed,
            @Schema(description = REVISION) @Nullable Long expectedRevision) {}
}
