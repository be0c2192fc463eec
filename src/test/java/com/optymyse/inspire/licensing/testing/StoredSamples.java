package com.optymyse.inspire.licensing.testing;

import com.optymyse.inspire.licensing.audit.AuditEntry;
import com.optymyse.inspire.licensing.audit.Caller;
import com.optymyse.inspire.licensing.installation.HeldLicense;
import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import com.optymyse.inspire.licensing.installation.KnownLicense;
import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.KnownLicense.Newest;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.installation.SeatRelease;
import com.optymyse.inspire.licensing.license.Grants;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Limits;
import com.optymyse.inspire.licensing.license.ValidationMode;
import com.optymyse.inspire.licensing.license.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values such as a store keeps. The certificate is a text that does not verify. */
public final class StoredSamples {

    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    public static final LicenseKey KEY = new LicenseKey("SECRET-KEY-OF-THE-LICENSE-1234");
    public static final String CERTIFICATE = "-----BEGIN MACHINE FILE-----\nZXhhbXBsZQ==\n-----END MACHINE FILE-----\n";
    public static final AuditEntry AUDIT = AuditEntry.succeeded(
                    NOW, Caller.named("admin"), AuditEntry.Action.ACTIVATE, "A license was activated online.")
            .about(KEY);

    /** One that was held and judged, one that was held alone and has odd codes, one that was refused alone. */
    public static final KnownLicenses KNOWN = new KnownLicenses(Map.of(
            "license-1",
            new KnownLicense(
                    newest(Set.of("SSO_SAML", "OFFLINE_LICENSING"), NOW.plusSeconds(3600)),
                    new Judgement(new Verdict.SeatRemoved(), NOW, "machine-1")),
            "license-2",
            new KnownLicense(newest(Set.of("A line\nfeed", "A%0Aline", "Another"), null), null),
            "license-3",
            new KnownLicense(null, new Judgement(new Verdict.Refused("OVERDUE"), NOW, null))));

    private StoredSamples() {}

    private static Newest newest(Set<String> entitlements, @Nullable Instant expiresAt) {
        return new Newest(
                NOW.minusSeconds(60),
                new Grants(entitlements, new Limits(500, -1, 0), expiresAt, 30, License.State.USABLE));
    }

    /** A license validated online, with a seat. */
    public static HeldLicense held(String machineId) {
        return new HeldLicense(
                KEY,
                CERTIFICATE,
                ValidationMode.ONLINE,
                machineId,
                NOW,
                new Verdict.Good(),
                NOW.minusSeconds(1),
                new Attempts(NOW, "good", 0, NOW.plusSeconds(86_400)));
    }

    /** A license validated offline. */
    public static HeldLicense offline(@Nullable String machineId) {
        return new HeldLicense(
                KEY, CERTIFICATE, ValidationMode.OFFLINE, machineId, NOW, new Verdict.Good(), null, Attempts.NEVER);
    }

    public static SeatRelease release(String machineId, SeatRelease.State state, Instant dueAt) {
        return release(machineId, state, dueAt.minusSeconds(600), dueAt);
    }

    /** A seat to be given back, wanted since some moment. */
    public static SeatRelease release(String machineId, SeatRelease.State state, Instant since, Instant dueAt) {
        return new SeatRelease(
                machineId,
                "https://licensing.example.com/v1",
                "account-1",
                "license-1",
                new LicenseKey("SECRET-KEY-OF-THE-SEAT-" + machineId),
                state,
                since,
                0,
                dueAt,
                null);
    }
}
