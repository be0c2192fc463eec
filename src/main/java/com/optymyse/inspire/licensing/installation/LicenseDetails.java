package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.LicenseStatus;
import com.optymyse.inspire.licensing.license.ValidationMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The license held, for the admin.
 *
 * @param key its key
 * @param name its name or its plan's; null where the vendor gave none
 * @param status its own state at the vendor, as last known
 * @param validationMode how it proves itself
 * @param createdAt when the vendor made it; null where nothing tells
 * @param expiresAt when it ends; null for a perpetual license
 * @param lastValidatedAt the signed time of the last verdict; null offline
 * @param certificateIssuedAt when the vendor issued the certificate that proves it; null where nothing proves it
 * @param certificateExpiresAt when the certificate that proves it ends; null for never, or where nothing proves it
 */
public record LicenseDetails(
        LicenseKey key,
        @Nullable String name,
        LicenseStatus status,
        ValidationMode validationMode,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastValidatedAt,
        @Nullable Instant certificateIssuedAt,
        @Nullable Instant certificateExpiresAt) {}
