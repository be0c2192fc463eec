package com.optymyse.inspire.licensing.admin;

import com.optymyse.inspire.licensing.activation.OfflineActivation.Brought;
import com.optymyse.inspire.licensing.activation.PreviewBinding;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.PastedKey;
import com.optymyse.inspire.licensing.license.PreviewDigest;
import com.optymyse.inspire.licensing.license.Refusal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of an activation.
 *
 * @param method {@code online} or {@code offline}
 * @param licenseKey the license key, as pasted
 * @param licenseFile the contents of the license file; with method {@code offline} alone
 * @param acceptOlder has no effect any more; with method {@code offline} alone. An older license file is accepted when it grants
 *     no more than the newest known
 * @param previewed the digest of the preview that was shown: what would do something else is refused; a preview ignores it
 * @param expectedRevision in its place, where no preview was shown: the revision of the installation that was shown
 */
@Schema(
        description = "An activation with only a license key, or with a license key and a license file. The field"
                + " `method` says which.",
        oneOf = {ActivationBodies.Online.class, ActivationBodies.Offline.class},
        discriminatorProperty = "method",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "online", schema = ActivationBodies.Online.class),
            @DiscriminatorMapping(value = "offline", schema = ActivationBodies.Offline.class)
        })
public record ActivationRequest(
        @Nullable String method,
        @Nullable String licenseKey,
        @Nullable String licenseFile,
        @Nullable Boolean acceptOlder,
        @Nullable String previewed,
        @Nullable Long expectedRevision) {

    /** The checked request: one of the two kinds of activation. */
    public sealed interface Asked {

        record Online(PastedKey key, PreviewBinding expected) implements Asked {}

        record Offline(Brought brought, PreviewBinding expected) implements Asked {}
    }

    /** Checks the request; a {@link Refusal} names the first invalid field. */
    public Asked asked() {
        return switch (method) {
            case "online" -> online();
            case "offline" -> new Asked.Offline(new Brought(key(), file()), expected());
            case null -> throw Refusal.invalid("method", "Say how to activate: the method is online or offline.");
            default -> throw Refusal.invalid("method", "The method must be online or offline.");
        };
    }

    /** The license key in the request; empty where there is none, or where the text can't be one. */
    Optional<LicenseKey> named() {
        try {
            return Optional.ofNullable(licenseKey).map(PastedKey::read).map(PastedKey::named);
        } catch (Refusal notAKey) {
            return Optional.empty();
        }
    }

    private Asked online() {
        if (licenseFile != null) {
            throw Refusal.invalid("licenseFile", "A license file is allowed only with the method offline.");
        }
        if (acceptOlder != null) {
            throw Refusal.invalid(
                    "acceptOlder", "Accepting an older license file is allowed only with the method offline.");
        }
        return new Asked.Online(key().online(), expected());
    }

    private PastedKey key() {
        if (licenseKey == null) {
            throw Refusal.invalid("licenseKey", "A license key is needed.");
        }
        return PastedKey.read(licenseKey);
    }

    private String file() {
        if (licenseFile == null) {
            throw Refusal.invalid("licenseFile", "The contents of the license file (.lic) are needed.");
        }
        return licenseFile;
    }

    private PreviewBinding expected() {
        if (previewed == null) {
            return expectedRevision == null
                    ? new PreviewBinding.Anything()
                    : new PreviewBinding.Revision(expectedRevision);
        }
        if (expectedRevision != null) {
            throw Refusal.invalid(
                            "expectedRevision", "An activation is bound to a preview or to a revision, not to both.")
                    .toPrograms("Send previewed or expectedRevision: the digest has the revision in it.");
        }
        return new PreviewBinding.Previewed(PreviewDigest.parse(previewed)
                .orElseThrow(() -> Refusal.invalid(
                        "previewed",
                        "This is not the digest of a preview. Send the digest exactly as it is in the"
                                + " answer of the preview.")));
    }

    /** Prints neither key nor file. */
    @Override
    public String toString() {
        return "ActivationRequest[method=" + method + "]";
    }
}
