package com.optymyse.inspire.licensing.installation;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.installation.KnownLicense.Against;
import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.KnownLicense.Newest;
import com.optymyse.inspire.licensing.license.Grants;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of every license that this installation has had to do with. It outlives a deactivation, so that an older
 * certificate does not bring back what a newer one has taken away.
 *
 * @param byId by the vendor's id of the license
 */
public record KnownLicenses(Map<String, KnownLicense> byId) {

    /** The most licenses to remember of which no certificate was ever held here. */
    static final int LONGEST_MEMORY = 100;

    /** Nothing is known yet. */
    public static final KnownLicenses NONE = new KnownLicenses(Map.of());

    public KnownLicenses {
        byId = Map.copyOf(byId);
    }

    /** How a certificate compares with the newest one of its license that was held. */
    public enum Rank {
        /** None was issued later. */
        NEWEST,
        /** One was issued later, and grants all that this one does. */
        OLDER_WITH_NO_MORE,
        /** One was issued later, and does not grant all that this one does. */
        OLDER_WITH_MORE
    }

    /** How a certificate compares with what was held of its license. Its own end does not matter. */
    public Rank rank(Certificate certificate) {
        Newest newest = newest(certificate);
        if (newest == null || !certificate.issuedAt().isBefore(newest.issuedAt())) {
            return Rank.NEWEST;
        }
        return grants(certificate).isNoMoreThan(newest.grants()) ? Rank.OLDER_WITH_NO_MORE : Rank.OLDER_WITH_MORE;
    }

    /**
     * Refuses a certificate that is older than the newest one held of its license and grants more. Returns that newest one;
     * empty where the certificate counts.
     */
    public Optional<Newest> refuses(Certificate older) {
        return Optional.ofNullable(newest(older)).filter(newest -> rank(older) == Rank.OLDER_WITH_MORE);
    }

    /** The newest certificate of the same license that was held; null where none was. */
    public @Nullable Newest newest(Certificate certificate) {
        KnownLicense license = byId.get(certificate.license().id());
        return license == null ? null : license.newest();
    }

    /** What is known once a certificate is held. One that is not the newest of its license changes nothing. */
    public KnownLicenses holding(Certificate certificate) {
        return rank(certificate) == Rank.NEWEST
                ? with(
                        certificate.license().id(),
                        new KnownLicense(
                                new Newest(certificate.issuedAt(), grants(certificate)), judgement(certificate)))
                : this;
    }

    /**
     * What is known once the licensing server has given a verdict, whether the license is held or not. Of the licenses that
     * were never held here, the {@value #LONGEST_MEMORY} that were judged last are kept.
     */
    public KnownLicenses judged(String licenseId, Judgement judgement) {
        KnownLicense before = byId.get(licenseId);
        return with(licenseId, new KnownLicense(before == null ? null : before.newest(), judgement))
                .withoutTheForgotten();
    }

    /** What the licensing server last said against the license of a file, after the file was issued; empty where nothing. */
    public Optional<Against> against(Certificate certificate) {
        return Optional.ofNullable(judgement(certificate))
                .flatMap(judgement -> judgement.against(certificate.issuedAt(), certificate.machineId()));
    }

    private KnownLicenses withoutTheForgotten() {
        List<String> neverHeld = byId.entrySet().stream()
                .filter(license -> license.getValue().newest() == null)
                .sorted(Comparator.comparing(license -> judgedAt(license.getValue()), Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
        Map<String, KnownLicense> next = new HashMap<>(byId);
        neverHeld.stream().skip(LONGEST_MEMORY).forEach(next::remove);
        return new KnownLicenses(next);
    }

    private static Instant judgedAt(KnownLicense license) {
        Judgement judgement = license.judgement();
        return judgement == null ? Instant.MIN : judgement.at();
    }

    private @Nullable Judgement judgement(Certificate certificate) {
        KnownLicense license = byId.get(certificate.license().id());
        return license == null ? null : license.judgement();
    }

    private KnownLicenses with(String licenseId, KnownLicense known) {
        Map<String, KnownLicense> next = new HashMap<>(byId);
        next.put(licenseId, known);
        return new KnownLicenses(next);
    }

    private static Grants grants(Certificate certificate) {
        return Grants.of(certificate.license(), certificate.entitlements().keySet());
    }
}
