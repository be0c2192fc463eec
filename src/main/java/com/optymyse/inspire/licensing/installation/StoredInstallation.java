package com.optymyse.inspire.licensing.installation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is stored about this installation, as of one moment.
 *
 * @param id the installation's own id
 * @param fingerprint what it is called at the licensing server
 * @param version counts every commit
 * @param revision counts the changes that someone outside can see
 * @param marks the latest times known
 * @param known what is known of licenses, those of the past included
 * @param license the license
 * @param releases seats to be given back, oldest first
 * @param trail the number of the newest entry of its audit trail; 0 for none
 * @param anomalies what it has found out about itself
 */
public record StoredInstallation(
        UUID id,
        String fingerprint,
        long version,
        long revision,
        HighWaterMarks marks,
        KnownLicenses known,
        LicenseState license,
        List<SeatRelease> releases,
        long trail,
        Anomalies anomalies) {

    public StoredInstallation {
        releases = List.copyOf(releases);
    }

    /** An installation without audit entries and anomalies. */
    public StoredInstallation(
            UUID id,
            String fingerprint,
            long version,
            long revision,
            HighWaterMarks marks,
            KnownLicenses known,
            LicenseState license,
            List<SeatRelease> releases) {
        this(id, fingerprint, version, revision, marks, known, license, releases, 0, Anomalies.NONE);
    }

    /** Whether the server was asked to delete a machine and may still do so. */
    public boolean mayBeGivenBack(@Nullable String machineId) {
        return releases.stream()
                .filter(SeatRelease::mayBeUnderWay)
                .anyMatch(release -> release.machineId().equals(machineId));
    }

    /**
     * Whether its high-water marks and its license are as this service has written them. Until they are written anew with a
     * license, no time is stored then: to sign or encrypt what was edited by hand would vouch for it.
     */
    public boolean isAsWritten() {
        return marks.intact() && !(license instanceof LicenseState.Unreadable);
    }

    /**
     * Whether more has happened to the same installation: there was another commit, or another entry of the audit trail. What
     * two installations count can't be compared.
     */
    boolean isNewerThan(StoredInstallation other) {
        return id.equals(other.id) && (version > other.version || (version == other.version && trail > other.trail));
    }

    /** The same under another fingerprint. The license stays as it was seen under the present one. */
    StoredInstallation named(String next) {
        return new StoredInstallation(id, next, version, revision, marks, known, license, releases, trail, anomalies);
    }

    /** The same with other high-water marks. */
    public StoredInstallation with(HighWaterMarks next) {
        return new StoredInstallation(
                id, fingerprint, version, revision, next, known, license, releases, trail, anomalies);
    }

    /** The same with another license. */
    public StoredInstallation with(LicenseState next) {
        return new StoredInstallation(
                id, fingerprint, version, revision, marks, known, next, releases, trail, anomalies);
    }

    /** The same with other anomalies. */
    public StoredInstallation with(Anomalies next) {
        return new StoredInstallation(id, fingerprint, version, revision, marks, known, license, releases, trail, next);
    }

    /** The same with another newest entry of the audit trail. */
    public StoredInstallation atEntry(long number) {
        return new StoredInstallation(
                id, fingerprint, version, revision, marks, known, license, releases, number, anomalies);
    }
}
