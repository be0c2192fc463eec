package com.optymyse.inspire.licensing.runtime;

import com.optymyse.inspire.licensing.certificate.CertificateVerifier;
import com.optymyse.inspire.licensing.certificate.TrustAnchors;
import com.optymyse.inspire.licensing.incident.Incidents;
import com.optymyse.inspire.licensing.incident.MonotonicClock;
import com.optymyse.inspire.licensing.installation.Agents;
import com.optymyse.inspire.licensing.installation.EarliestTime;
import com.optymyse.inspire.licensing.license.Contacts;
import com.optymyse.inspire.licensing.license.ControlCharacters;
import com.optymyse.inspire.licensing.license.OwnErrors;
import com.optymyse.inspire.licensing.problem.ContactConfig;
import com.optymyse.inspire.licensing.security.JwksFetcher;
import com.optymyse.inspire.licensing.security.JwksKeys;
import com.optymyse.inspire.licensing.security.LocalKeys;
import com.optymyse.inspire.licensing.security.SecurityConfig;
import com.optymyse.inspire.licensing.security.TokenVerifier;
import com.optymyse.inspire.licensing.security.VerificationKeys;
import com.optymyse.inspire.licensing.trust.JvmOptions;
import com.optymyse.inspire.licensing.trust.Release;
import com.optymyse.inspire.licensing.trust.VendorConfig;
import com.optymyse.inspire.licensing.trust.VendorPackage;
import com.optymyse.inspire.licensing.trust.VendorTrust;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The plain values that the parts of the service are built from. */
public final class Wiring {

    /** {@code PLATFORM_BEFORE} is 0. */
    private static final int BEFORE_ALL = -1;

    Wiring() {}

    @Produces
    @Singleton
    public static Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    static MonotonicClock monotonicClock() {
        return System::nanoTime;
    }

    @Produces
    @Singleton
    public static EarliestTime earliestTime() {
        return Release.earliestTime(VendorPackage.ofThisProcess());
    }

    @Produces
    @Singleton
    static RandomGenerator random() {
        return new SecureRandom();
    }

    @Produces
    @Singleton
    static TrustAnchors trustAnchors(VendorConfig configured, SmallRyeConfig config) {
        TrustAnchors trust = VendorTrust.of(configured);
        VendorTrust.requireVendor(trust, config.getProfiles());
        return trust;
    }

    @Produces
    @Singleton
    static VerificationKeys verificationKeys(JWTAuthContextInfo settings, MonotonicClock clock, Incidents incidents) {
        return JwksKeys.areAt(settings)
                ? new JwksKeys(
                        settings,
                        new JwksFetcher(settings),
                        clock,
                        incidents.watch("The service can fetch the key set of the identity provider again."))
                : new LocalKeys(settings, incidents.watch("The service can read the keys that verify tokens again."));
    }

    /** Uses the host's clock, and not the time that counts for the license: other hosts' clocks make the tokens. */
    @Produces
    @Singleton
    static TokenVerifier tokenVerifier(JWTAuthContextInfo settings, SecurityConfig config, VerificationKeys keys) {
        return new TokenVerifier(settings, config, keys, Clock.systemUTC());
    }

    @Produces
    @Singleton
    static CertificateVerifier certificateVerifier(TrustAnchors trust) {
        return new CertificateVerifier(trust);
    }

    @Produces
    @Singleton
    static Contacts contacts(ContactConfig configured) {
        return new Contacts(
                configured.support(),
                configured.sales(),
                configured.administrators().filter(text -> !text.isBlank()).orElse(null));
    }

    @Produces
    @Singleton
    static Agents agents() {
        return new Agents(JvmOptions.ofThisProcess().agents());
    }

    @Produces
    @Singleton
    static OwnErrors ownErrors() {
        return new OwnErrors();
    }

    /**
     * Stops the start if no vendor can be trusted: better now than at the first request. It comes before the tasks in the
     * background, which would fail for the same reason, and while Quarkus still prints why a service does not start.
     */
    static void requireTrust(@Observes @Priority(BEFORE_ALL) StartupEvent started, TrustAnchors trust, Agents agents) {
        Log.infof(
                "This service accepts licenses that are signed for the vendor's account %s (%s).",
                ControlCharacters.escaped(trust.account()), trust.origin());
        if (!agents.names().isEmpty()) {
            Log.infof("Agents run in this JVM and can change what it does: %s.", String.join(", ", agents.names()));
        }
    }

    static void tellUnknownRelease(@Observes StartupEvent started, EarliestTime release) {
        if (release.time().isEmpty()) {
            Log.warn(
                    "The date of this release is not known, because its package was built without the repository. A host"
                            + " clock that is years behind may go unnoticed.");
        }
    }
}
