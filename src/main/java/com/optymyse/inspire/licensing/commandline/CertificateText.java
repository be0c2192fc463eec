package com.optymyse.inspire.licensing.commandline;

import com.optymyse.inspire.licensing.certificate.Certificate;
import com.optymyse.inspire.licensing.license.EntitlementCatalog;
import com.optymyse.inspire.licensing.license.EnumWord;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.LicenseKey;
import com.optymyse.inspire.licensing.license.Limits;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in words.
 *
 * @param certificate what was verified
 * @param key the license key that it is for
 * @param end when it ceases to count here; null for never
 * @param now the time that counts
 */
record CertificateText(
        Certificate certificate, LicenseKey key, @Nullable Instant end, Instant now) {

    void tell(Terminal terminal) {
        terminal.say("Signed by the vendor, for this product:");
        tellFile(terminal);
        tellLicense(terminal, certificate.license());
        certificate
                .license()
                .problems(certificate.entitlements().keySet())
                .forEach(problem -> terminal.say("  Warning: " + problem.detail()));
    }

    private void tellFile(Terminal terminal) {
        terminal.say("kind", EnumWord.of(certificate.kind()) + " file");
        terminal.say("sha-256", certificate.sha256());
        terminal.say("issued", certificate.issuedAt());
        terminal.say("file ends", orNever(certificate.expiresAt()));
        terminal.say("valid here until", orNever(end));
        terminal.say("machine", orNone(certificate.machineId()));
        terminal.say("fingerprint", orNone(certificate.fingerprint()));
    }

    private void tellLicense(Terminal terminal, License license) {
        Limits limits = license.terms().limits();
        terminal.say("license", license.id());
        terminal.say("license key", key.masked());
        terminal.say("name", orNone(license.name()));
        terminal.say("state", state(license));
        terminal.say("license ends", orNever(license.expiresAt()));
        terminal.say("grace after it", license.terms().gracePeriodDays() + " days");
        terminal.say("displays", limit(limits.maxDisplays()));
        terminal.say("agiles", limit(limits.maxAgiles()));
        terminal.say("AI credits", limit(limits.aiCreditsPerMonth()) + " a month");
        EntitlementCatalog.grant(certificate.entitlements())
                .forEach(entitlement -> terminal.say(
                        entitlement.granted() ? "includes" : "without",
                        entitlement.code() + " (" + entitlement.feature() + ")"));
    }

    private String state(License license) {
        return license.state() == License.State.USABLE && license.expiredAt(now)
                ? "expired"
                : EnumWord.of(license.state());
    }

    private static String limit(int limit) {
        return limit == Limits.UNLIMITED ? "unlimited" : String.valueOf(limit);
    }

    private static Object orNever(@Nullable Object moment) {
        return Objects.requireNonNullElse(moment, "never");
    }

    private static Object orNone(@Nullable Object value) {
        return Objects.requireNonNullElse(value, "none");
    }
}
