package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.certificate.TestFile;
import com.optymyse.inspire.licensing.certificate.TestVendor;
import com.optymyse.inspire.licensing.installation.HeldLicense.Attempts;
import com.optymyse.inspire.licensing.license.ValidationMode;
import com.optymyse.inspire.licensing.license.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Licenses held, proven by certificates of {@link TestVendor}'s. */
public final class Held {

    /** When everything here was issued, validated and activated. */
    public static final Instant T = TestVendor.ISSUED;

    public static final UUID INSTALLATION = UUID.fromString("44444444-0000-4000-8000-000000000004");

    private Held() {}

    public static Instant days(long days) {
        return T.plus(Duration.ofDays(days));
    }

    public static Instant hours(long hours) {
        return T.plus(Duration.ofHours(hours));
    }

    /** A machine file of a license that ends, or with an empty text does not. */
    public static TestFile file(String licenseExpiry, int graceDays) {
        return TestFile.machine().withAttributes(attributes -> {
            attributes.put("expiry", licenseExpiry.isEmpty() ? null : licenseExpiry);
            attributes.withObject("/metadata").put("gracePeriodDays", graceDays);
        });
    }

    public static HeldLicense online(Certificate certificate, Verdict verdict) {
        return new HeldLicense(
                TestVendor.KEY,
                certificate.text(),
                ValidationMode.ONLINE,
                certificate.machineId(),
                T,
                verdict,
                T,
                new Attempts(T, verdict.code(), 0, days(1)));
    }

    public static HeldLicense offline(Certificate certificate) {
        return new HeldLicense(
                TestVendor.KEY,
                certificate.text(),
                ValidationMode.OFFLINE,
                certificate.machineId(),
                T,
                new Verdict.Good(),
                null,
                Attempts.NEVER);
    }

    /** What a replica knows of a store. */
    public static CurrentInstallation current(InstallationStore store, Clock clock) {
        return new CurrentInstallation(
                store,
                () -> Duration.ofDays(2),
                Optional::empty,
                clock,
                System::nanoTime,
                new StartObstacle(),
                Optional::empty);
    }

    public static StoredInstallation stored(LicenseState license) {
        return stored(INSTALLATION, license);
    }

    /** The same of another installation. */
    public static StoredInstallation stored(UUID installation, LicenseState license) {
        return new StoredInstallation(
                installation,
                TestVendor.FINGERPRINT,
                1,
                1,
                HighWaterMarks.NONE,
                KnownLicenses.NONE,
                license,
                List.of());
    }

    public static StoredInstallation stored(HeldLicense license) {
        return stored(state(license));
    }

    public static Snapshot snapshot(LicenseState license) {
        return new Snapshot(stored(license), T, new LicensingRules(Duration.ofDays(2)).at(T, license));
    }

    /** Verifies what {@link TestVendor} has signed, each file once while it is in use. */
    public static CertificateCache certificates() {
        return new CertificateCache(new CertificateVerifier(TestVendor.anchors()));
    }

    /** A license held by an installation of {@link TestVendor}'s that knows of no other. */
    public static LicenseState.Held state(HeldLicense license) {
        return certificates().state(license, TestVendor.FINGERPRINT, KnownLicenses.NONE);
    }

    /** What is stored, as it is read by a service with these certificates. */
    public static StoredInstallation read(StoredInstallation stored, CertificateCache certificates) {
        HeldLicense held = stored.license().held();
        return held == null ? stored : stored.with(certificates.state(held, stored.fingerprint(), stored.known()));
    }
}
