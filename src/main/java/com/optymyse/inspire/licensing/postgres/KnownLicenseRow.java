package com.optymyse.inspire.licensing.postgres;

import com.optymyse.inspire.licensing.installation.KnownLicense;
import com.optymyse.inspire.licensing.installation.KnownLicense.Judgement;
import com.optymyse.inspire.licensing.installation.KnownLicense.Newest;
import com.optymyse.inspire.licensing.installation.KnownLicenses;
import com.optymyse.inspire.licensing.license.Grants;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Limits;
import com.optymyse.inspire.licensing.postgres.KeyRing.UnknownKeyException;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of table {@code known_license}. */
@Entity
@Table(name = "known_license")
class KnownLicenseRow extends PanacheEntityBase {

    private static final String BETWEEN = "\n";

    @Id
    @Column(name = "license_id")
    public String licenseId;

    @Column(name = "issued_at")
    public @Nullable Instant issuedAt;

    public @Nullable String entitlements;

    @Column(name = "max_displays")
    public @Nullable Integer maxDisplays;

    @Column(name = "max_agiles")
    public @Nullable Integer maxAgiles;

    @Column(name = "ai_credits_per_month")
    public @Nullable Integer aiCreditsPerMonth;

    @Column(name = "expires_at")
    public @Nullable Instant expiresAt;

    @Column(name = "grace_period_days")
    public @Nullable Integer gracePeriodDays;

    public @Nullable String state;

    public @Nullable String verdict;

    @Column(name = "verdict_at")
    public @Nullable Instant verdictAt;

    @Column(name = "verdict_machine_id")
    public @Nullable String verdictMachineId;

    static Uni<List<KnownLicenseRow>> read() {
        return KnownLicenseRow.listAll();
    }

    static Uni<Void> replaceBy(List<KnownLicenseRow> rows) {
        return deleteAll().chain(() -> Rows.putAll(rows));
    }

    /**
     * Reads the rows unchecked. Only the encryption of the license and the MAC of the high-water marks show whether the
     * service has written them.
     */
    static KnownLicenses licenses(List<KnownLicenseRow> rows) {
        return new KnownLicenses(
                rows.stream().collect(Collectors.toMap(row -> row.licenseId, KnownLicenseRow::toKnownLicense)));
    }

    /** The rows of these licenses, in the order of their ids. */
    static List<KnownLicenseRow> rows(KnownLicenses licenses) {
        return licenses.byId().entrySet().stream()
                .map(license -> of(license.getKey(), license.getValue()))
                .sorted((one, other) -> one.licenseId.compareTo(other.licenseId))
                .toList();
    }

    /** All that the MAC of the high-water marks and the encryption of the license vouch for. */
    void addTo(AdditionalData data) {
        data.add(licenseId)
                .add(issuedAt)
                .add(entitlements)
                .add(text(maxDisplays))
                .add(text(maxAgiles))
                .add(text(aiCreditsPerMonth))
                .add(expiresAt)
                .add(text(gracePeriodDays))
                .add(state)
                .add(verdict)
                .add(verdictAt)
                .add(verdictMachineId);
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private static KnownLicenseRow of(String licenseId, KnownLicense known) {
        KnownLicenseRow row = new KnownLicenseRow();
        row.licenseId = licenseId;
        Newest newest = known.newest();
        if (newest != null) {
            row.write(newest);
        }
        Judgement judgement = known.judgement();
        if (judgement != null) {
            row.verdict = VerdictText.of(judgement.verdict());
            row.verdictAt = StoredTime.of(judgement.at());
            row.verdictMachineId = judgement.machineId();
        }
        return row;
    }

    private void write(Newest newest) {
        Grants grants = newest.grants();
        Limits limits = grants.limits();
        issuedAt = StoredTime.of(newest.issuedAt());
        entitlements = grants.entitlements().stream()
                .sorted()
                .map(KnownLicenseRow::line)
                .collect(Collectors.joining(BETWEEN));
        maxDisplays = limits.maxDisplays();
        maxAgiles = limits.maxAgiles();
        aiCreditsPerMonth = limits.aiCreditsPerMonth();
        expiresAt = StoredTime.ofNullable(grants.expiresAt());
        gracePeriodDays = grants.gracePeriodDays();
        state = EnumText.of(grants.state());
    }

    private KnownLicense toKnownLicense() {
        return new KnownLicense(
                issuedAt == null ? null : newest(issuedAt), verdictAt == null ? null : judgement(verdictAt));
    }

    private Newest newest(Instant issued) {
        return new Newest(
                issued,
                new Grants(
                        codes(present(entitlements)),
                        new Limits(present(maxDisplays), present(maxAgiles), present(aiCreditsPerMonth)),
                        expiresAt,
                        present(gracePeriodDays),
                        known("state", present(state), text -> EnumText.parse(License.State.class, text))));
    }

    /** The codes in a column. Something else than the service may have written one twice. */
    private static Set<String> codes(String lines) {
        return lines.isEmpty()
                ? Set.of()
                : Stream.of(lines.split(BETWEEN, -1)).map(KnownLicenseRow::code).collect(Collectors.toSet());
    }

    /** Escapes a line feed within a code, because a line feed separates the codes. */
    private static String line(String code) {
        return code.replace("%", "%25").replace(BETWEEN, "%0A");
    }

    private static String code(String line) {
        return line.replace("%0A", BETWEEN).replace("%25", "%");
    }

    private Judgement judgement(Instant at) {
        return new Judgement(known("verdict", present(verdict), VerdictText::parse), at, verdictMachineId);
    }

    /** Parses a word. The table and the MACs allow no wrong one, so an unknown word is that of a newer version. */
    static <T> T known(String column, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException ofNewerVersion) {
            throw UnknownKeyException.ofNewerVersion(column + " '" + text + "'");
        }
    }

    private static <T> T present(@Nullable T value) {
        return Objects.requireNonNull(value, "The table has all or none of what belongs together.");
    }
}
