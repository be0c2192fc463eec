package com.optymyse.inspire.licensing.certificate;

import com.optymyse.inspire.licensing.license.ClockSkew;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A license or machine file that the vendor signed, for this product and this installation. Only
 * {@link CertificateVerifier} makes one, so whoever holds one need not verify it again; what it says of times
 * and states still has to be compared with the present.
 */
public final class Certificate {

    private static final String CLOCK_CHALLENGE = "clockChallenge";

    private static final String OFFLINE_FINGERPRINTS = "offlineFingerprints";

    /** Blanks of every kind, as people copy them, and commas. */
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\h,]+");

    private final SignedFile file;
    private final Payload payload;
    private final License license;

    Certificate(SignedFile file, Payload payload) {
        this.file = file;
        this.payload = payload;
        this.license = payload.license().license();
    }

    public CertificateKind kind() {
        return file.kind();
    }

    /** The id of the seat at the licensing server; null for a license file. */
    public @Nullable String machineId() {
        return payload.machine() == null ? null : payload.machine().id();
    }

    /** The fingerprint of the installation that it is bound to; null for a license file. */
    public @Nullable String fingerprint() {
        return payload.machine() == null ? null : payload.machine().fingerprint();
    }

    public License license() {
        return license;
    }

    /** What the license includes: the vendor's name of each entitlement by its code. */
    public Map<String, String> entitlements() {
        return payload.entitlements();
    }

    /** When the vendor issued it. */
    public Instant issuedAt() {
        return payload.issuedAt();
    }

    /** When the certificate itself ends, whatever its license does; null for never. */
    public @Nullable Instant expiresAt() {
        return payload.expiresAt();
    }

    /**
     * When its machine was checked out before, by the vendor's clock. Null where it was not, and for a license file. A server
     * may be late in noting a check-out, so that it may be an earlier one than the last.
     */
    public @Nullable Instant checkedOutBefore() {
        return payload.machine() == null ? null : payload.machine().lastCheckOut();
    }

    /**
     * Whether it names a challenge of this installation: as its fingerprint, or as {@code clockChallenge} in the metadata of the
     * machine, or of the license in a license file.
     */
    public boolean names(String challenge) {
        MachineObject machine = payload.machine();
        return machine == null
                ? challenge.equals(payload.license().metadata().get(CLOCK_CHALLENGE))
                : challenge.equals(machine.fingerprint())
                        || challenge.equals(machine.metadata().get(CLOCK_CHALLENGE));
    }

    /**
     * Whether its license names an installation for which license files are accepted: in {@code offlineFingerprints} of its
     * metadata, a text, separated by blanks or commas. A license key can write the machine's metadata, and not the license's.
     */
    public boolean lists(String fingerprint) {
        return payload.license().metadata().get(OFFLINE_FINGERPRINTS) instanceof String listed
                && SEPARATORS.splitAsStream(listed).anyMatch(fingerprint::equals);
    }

    /** The earlier of the certificate's own end and this moment; null for never. */
    public @Nullable Instant endNoLaterThan(@Nullable Instant latest) {
        Instant own = expiresAt();
        if (own == null || latest == null) {
            return own == null ? latest : own;
        }
        return own.isBefore(latest) ? own : latest;
    }

    /** The file as the vendor wrote it: what a paste added around it, or did to its line ends, is undone. */
    public String text() {
        return file.text();
    }

    /** SHA-256 of the UTF-8 of {@link #text()} in lower-case hex: the file's identity, however it was pasted. */
    public String sha256() {
        return Sha256.hex(text().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Refuses a certificate that may not be activated at this moment. Steps 4 to 6 of the protocol's verification; they are
     * apart from the others because a certificate once held is judged by its standing instead.
     *
     * @throws Refusal clock-set-back, license-file-expired, license-banned, license-suspended or license-expired
     */
    public void requireCurrent(Instant now) {
        requireIssuedBy(now);
        // 5. The file's own end. Null means that it has none.
        if (expiresAt() != null && !now.isBefore(expiresAt())) {
            requireLicenseNotOverAsWell(expiresAt(), now);
            throw new Refusal(
                            RefusalCode.LICENSE_FILE_EXPIRED,
                            "The license file ended at " + expiresAt() + ". Ask the vendor for a new one.")
                    .telling(Map.of("endsAt", expiresAt()));
        }
        // 6. The license's own state and end, which the file's say nothing about.
        requireUsable(license.state());
        Instant end = license.expiresAt();
        if (end != null && license.expiredAt(now)) {
            throw new Refusal(
                            RefusalCode.LICENSE_EXPIRED,
                            "The license expired at " + end + ". Ask the vendor to renew it.")
                    .telling(Map.of("expiresAt", end));
        }
    }

    /** Refuses with another sentence when the license itself has expired: a new file of it would be of no use. */
    private void requireLicenseNotOverAsWell(Instant fileEnd, Instant now) {
        Instant end = license.expiresAt();
        if (end != null && license.expiredAt(now)) {
            throw new Refusal(
                            RefusalCode.LICENSE_FILE_EXPIRED,
                            "The license file ended at " + fileEnd + ", and the license itself at " + end
                                    + ". Ask the vendor to renew the license, and then for a new license file.")
                    .telling(Map.of("endsAt", fileEnd, "expiresAt", end));
        }
    }

    /**
     * Refuses a certificate that was issued so long after this moment that the difference between two clocks can't explain
     * it.
     *
     * @throws Refusal clock-set-back
     */
    public void requireIssuedBy(Instant now) {
        // 4. A file from the future: this host's clock was set back.
        if (issuedAt().isAfter(now.plus(ClockSkew.TOLERATED))) {
            throw new Refusal(
                            RefusalCode.CLOCK_SET_BACK,
                            "The license file was issued at " + issuedAt() + ", but this installation's time is " + now
                                    + ". Correct this server's clock and try again.")
                    .telling(Map.of("issuedAt", issuedAt(), "time", now));
        }
    }

    /**
     * Refuses a certificate that does not say what its license includes. An empty list is accepted. The server leaves that
     * out of a file unless it is asked for.
     *
     * @throws Refusal license-file-incomplete
     */
    public void requireEntitlementsNamed() {
        if (!payload.namesEntitlements()) {
            String includes = kind() == CertificateKind.MACHINE ? "license,license.entitlements" : "entitlements";
            throw new Refusal(
                    RefusalCode.LICENSE_FILE_INCOMPLETE,
                    "The vendor made this license file without the entitlements of its license. Ask the vendor to check"
                            + " it out with include=" + includes + ".");
        }
    }

    private static void requireUsable(License.State state) {
        switch (state) {
            case BANNED ->
                throw new Refusal(
                        RefusalCode.LICENSE_BANNED, "The vendor has banned the license's owner. Contact the vendor.");
            case SUSPENDED ->
                throw new Refusal(
                        RefusalCode.LICENSE_SUSPENDED, "The vendor has suspended the license. Contact the vendor.");
            case USABLE -> {}
        }
    }
}
