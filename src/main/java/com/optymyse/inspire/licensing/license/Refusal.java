package com.optymyse.inspire.licensing.license;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A request that was understood and not carried out, and why. The one exception for everything that a caller can be
 * told; it changes nothing, so whatever held before still holds.
 */
public final class Refusal extends RuntimeException {

    /** The member of a refusal that names the field in which a text belongs, when it was sent in another one. */
    public static final String BELONGS_IN = "belongsIn";

    private static final long serialVersionUID = 1L;

    private final RefusalCode code;
    private final @Nullable String field;
    private final @Nullable Duration retryAfter;
    private final boolean recorded;
    private final String toPrograms;
    private final transient Map<String, Object> values;
    private final transient Map<String, Object> members;

    /**
     * @param code the stable code
     * @param detail one or two full sentences for the person who asked: what is wrong and what to do; never a secret
     */
    public Refusal(RefusalCode code, String detail) {
        this(code, detail, null, null, false, "", Map.of(), Map.of());
    }

    private Refusal(
            RefusalCode code,
            String detail,
            @Nullable String field,
            @Nullable Duration retryAfter,
            boolean recorded,
            String toPrograms,
            Map<String, Object> values,
            Map<String, Object> members) {
        super(detail, null, false, false);
        this.code = code;
        this.field = field;
        this.retryAfter = retryAfter;
        this.recorded = recorded;
        this.toPrograms = toPrograms;
        this.values = values;
        this.members = members;
    }

    /** The refusal of a request with an invalid field. */
    public static Refusal invalid(String field, String detail) {
        return new Refusal(RefusalCode.INVALID_REQUEST, detail, field, null, false, "", Map.of(), Map.of());
    }

    /** A request that may be made again after a while. */
    public static Refusal tooManyRequests(String detail, Duration retryAfter) {
        return again(RefusalCode.TOO_MANY_REQUESTS, detail, retryAfter);
    }

    /** A request that may succeed after a while, whatever holds it up. */
    public static Refusal again(RefusalCode code, String detail, Duration retryAfter) {
        return new Refusal(code, detail, null, retryAfter, false, "", Map.of(), Map.of());
    }

    /** The same, with the time after which it makes sense to try again. */
    public Refusal after(Duration time) {
        return new Refusal(code, detail(), field, time, recorded, toPrograms, values, members);
    }

    /** The same, after the audit trail and the log were told of it. */
    public Refusal asRecorded() {
        return new Refusal(code, detail(), field, retryAfter, true, toPrograms, values, members);
    }

    /** The same, with one sentence more for the person who asked. */
    public Refusal saying(String more) {
        return new Refusal(code, detail() + " " + more, field, retryAfter, recorded, toPrograms, values, members);
    }

    /** The same, with a sentence for whoever writes the program that has sent the request. */
    public Refusal toPrograms(String sentence) {
        return new Refusal(code, detail(), field, retryAfter, recorded, sentence, values, members);
    }

    /** The same refusal with further values for programs, by the names that they have in the answer. */
    public Refusal with(Map<String, Object> more) {
        return new Refusal(code, detail(), field, retryAfter, recorded, toPrograms, values, Map.copyOf(more));
    }

    /** The same, and the facts in the sentence, by name, as {@link Facts} has them. They replace those from before. */
    public Refusal telling(Map<String, ?> facts) {
        return new Refusal(code, detail(), field, retryAfter, recorded, toPrograms, Facts.of(facts), members);
    }

    /** Whether a failure is a refusal with this code. */
    public static Predicate<Throwable> isOf(RefusalCode code) {
        return failure -> failure instanceof Refusal refusal && refusal.code == code;
    }

    public RefusalCode code() {
        return code;
    }

    /** The sentence for the person who asked. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    /** What the writer of the program has to know of this request, beside what its code says; mostly nothing. */
    public String toPrograms() {
        return toPrograms;
    }

    /** The request's field that the refusal is about, where it is about one. */
    public @Nullable String field() {
        return field;
    }

    /** Whether the audit trail and the log were told of it, so that nobody has to do that again. */
    public boolean isRecorded() {
        return recorded;
    }

    /** After how many seconds it makes sense to try again, where the refusal knows; rounded up. */
    public OptionalLong retryAfterSeconds() {
        return retryAfter == null
                ? OptionalLong.empty()
                : OptionalLong.of(retryAfter.plusSeconds(1).minusNanos(1).toSeconds());
    }

    /** The facts in the sentence, by name; none where it tells no more than its code. */
    public Map<String, Object> values() {
        return values;
    }

    /** What a program needs to know beside the code; mostly nothing. */
    public Map<String, Object> members() {
        return members;
    }
}
