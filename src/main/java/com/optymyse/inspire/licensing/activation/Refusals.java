package com.optymyse.inspire.licensing.activation;

import com.optymyse.inspire.licensing.installation.KnownLicense.Against;
import com.optymyse.inspire.licensing.license.License;
import com.optymyse.inspire.licensing.license.Refusal;
import com.optymyse.inspire.licensing.license.RefusalCode;
import com.optymyse.inspire.licensing.license.Verdict;
import com.optymyse.inspire.licensing.licensingserver.CallResult;
import com.optymyse.inspire.licensing.licensingserver.SeatHolderList;
import com.optymyse.inspire.licensing.licensingserver.ServerRefusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words in which an admin is told why a license can't be activated. */
public final class Refusals {

    /** The name of the licensing server's code, in the answer and among the facts. */
    private static final String SERVER_CODE = "serverCode";

    /** The name of the present preview, here and in the answer. */
    public static final String PREVIEW = "preview";

    private Refusals() {}

    /** For a license that is valid by the vendor's time and expired by this host's. */
    static Refusal clockWrong(Instant clock, Instant signedAt) {
        return new Refusal(
                        RefusalCode.CLOCK_WRONG,
                        "This server's clock shows " + clock + ", but the licensing server's shows " + signedAt + "."
                                + " Correct this server's clock and try again.")
                .telling(Map.of("hostTime", clock, "serverTime", signedAt));
    }

    /** For a machine file that can't be the one that was asked for. */
    static Refusal replayed(Instant issuedAt, Instant newest) {
        return new Refusal(
                RefusalCode.LICENSING_SERVER_UNTRUSTED,
                "The licensing server sent a machine file of " + issuedAt + ", but this installation already has a"
                        + " newer one, of " + newest + ". Somebody may have replayed an old response. Try again in"
                        + " five minutes.");
    }

    /** The refusal to record for a failure. Of an error of this service it says only that there was one. */
    public static Refusal of(Throwable failure) {
        return failure instanceof Refusal refusal
                ? refusal
                : new Refusal(
                        RefusalCode.INTERNAL_ERROR, "An error inside the service, which is logged with its cause.");
    }

    static Refusal failed(CallResult.Failed<?> failed) {
        Refusal refusal = new Refusal(failed.cause().code(), failed.detail()).telling(failed.values());
        return failed.pause() == null ? refusal : refusal.after(PauseRules.retryAfter(failed.pause()));
    }

    /** For what the licensing server refuses to do with the license's key. */
    static Refusal refused(ServerRefusal refusal) {
        return switch (refusal) {
            case ServerRefusal.Against(Verdict.OfLicense verdict) -> against(verdict);
            case ServerRefusal.Expired expired -> expired(null);
            case ServerRefusal.NotAllowed(String code) -> notAllowed(code);
            case ServerRefusal.Invalid(String code) -> notAllowed(code);
            case ServerRefusal.LimitReached(String code) -> limitReached(code);
        };
    }

    static Refusal against(Verdict.Against verdict) {
        return switch (verdict) {
            case Verdict.Unknown unknown ->
                new Refusal(
                        RefusalCode.LICENSE_KEY_UNKNOWN,
                        "The licensing server does not know this license key. Check that it was copied whole.");
            case Verdict.Suspended suspended -> suspended();
            case Verdict.Banned banned -> banned();
            case Verdict.Refused(String code) -> notAllowed(code);
            case Verdict.SeatRemoved removed -> notAllowed("NO_MACHINE");
        };
    }

    /** For a license file that the vendor issued before the licensing server's last verdict on its license. */
    static Refusal judgedAfter(Instant issuedAt, Against against) {
        Refusal refusal = against(against.verdict());
        Map<String, Object> facts = new HashMap<>(refusal.values());
        facts.put("issuedAt", issuedAt);
        facts.put("judgedAt", against.at());
        return new Refusal(
                        refusal.code(),
                        refusal.detail() + " The licensing server said so on " + against.at()
                                + ", after this license file was issued on " + issuedAt
                                + ". Ask the vendor for a file issued after "
                                + remedy(against.verdict()) + ", or activate the license online.")
                .telling(facts);
    }

    private static String remedy(Verdict.Against verdict) {
        return switch (verdict) {
            case Verdict.Suspended suspended -> "the license was reinstated";
            case Verdict.Banned banned -> "the ban was lifted";
            case Verdict.SeatRemoved removed -> "this installation has a seat again";
            case Verdict.Unknown unknown -> "the license was restored";
            case Verdict.Refused refused -> "that was settled";
        };
    }

    static Refusal notAllowed(String code) {
        return new Refusal(
                        RefusalCode.LICENSE_NOT_ALLOWED,
                        "The licensing server does not allow this license to be used here (" + code
                                + "). Ask the vendor.")
                .telling(Map.of(SERVER_CODE, code));
    }

    /** The license is no longer as the admin saw it. {@link #PREVIEW} has the new preview, a {@link Preview.Prospect}. */
    static Refusal previewOutdated(Preview.Prospect present) {
        return new Refusal(
                        RefusalCode.PREVIEW_OUTDATED,
                        "The license has changed since you saw the preview, so the service activated nothing. Review"
                                + " the current preview, and activate if you agree.")
                .with(Map.of(PREVIEW, present));
    }

    static Refusal otherProduct() {
        return new Refusal(
                RefusalCode.LICENSE_OTHER_PRODUCT,
                "This license key is for another product. Use the key of your Inspire license.");
    }

    static Refusal expired(@Nullable License license) {
        Instant expiresAt = license == null ? null : license.expiresAt();
        return expiresAt == null
                ? new Refusal(
                        RefusalCode.LICENSE_EXPIRED,
                        "This license has expired. It has to be renewed before it can be activated.")
                : new Refusal(
                                RefusalCode.LICENSE_EXPIRED,
                                "This license expired on " + expiresAt
                                        + ". It has to be renewed before it can be activated.")
                        .telling(Map.of("expiresAt", expiresAt));
    }

    static Refusal limitReached(String code) {
        return new Refusal(
                        RefusalCode.MACHINE_LIMIT_REACHED, ServerLimit.of(code).sentence(code))
                .with(Map.of(SERVER_CODE, code))
                .telling(Map.of(SERVER_CODE, code));
    }

    /** Whether no seat is left, and not another capacity of the license is exhausted. */
    static boolean isMachineLimit(Throwable failure) {
        return failure instanceof Refusal refusal
                && refusal.code() == RefusalCode.MACHINE_LIMIT_REACHED
                && ServerLimit.MACHINES_EXCEEDED.equals(refusal.members().get(SERVER_CODE));
    }

    /** The same refusal, where it is known who has the seats. */
    static Refusal limitReached(SeatHolderList seats) {
        return new Refusal(RefusalCode.MACHINE_LIMIT_REACHED, ServerLimit.sentence(seats.count()))
                .with(Map.of(SERVER_CODE, ServerLimit.MACHINES_EXCEEDED, "seats", seats))
                .telling(Map.of(SERVER_CODE, ServerLimit.MACHINES_EXCEEDED, "count", seats.count()));
    }

    /** Refuses a license whose signed description already tells that it can't be held here. */
    static void requireUsable(License license, Instant now) {
        switch (license.state()) {
            case SUSPENDED -> throw suspended();
            case BANNED -> throw banned();
            case USABLE -> {}
        }
        if (license.expiredAt(now)) {
            throw expired(license);
        }
        if (license.requiresHeartbeat()) {
            throw new Refusal(
                            RefusalCode.LICENSE_NOT_ALLOWED,
                            "This license's policy requires heartbeats, which Inspire does not send: the licensing server would "
                                    + "remove this installation after minutes. Ask the vendor for a policy without heartbeats.")
                    .telling(Map.of("requires", "heartbeat"));
        }
    }

    private static Refusal suspended() {
        return new Refusal(RefusalCode.LICENSE_SUSPENDED, "The vendor has suspended this license.");
    }

    private static Refusal banned() {
        return new Refusal(RefusalCode.LICENSE_BANNED, "The vendor has banned the owner of this license.");
    }
}
