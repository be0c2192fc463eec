package com.optymyse.inspire.licensing.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.optymyse.inspire.licensing.license.RefusalCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error answer to an OFREP 0.3.0 client. Such clients do not know problem documents, and need these fields
 * with every status.
 *
 * @param key the flag that was asked for; null where all were
 * @param errorCode {@code PARSE_ERROR}, {@code INVALID_CONTEXT}, {@code FLAG_NOT_FOUND} or {@code GENERAL}
 * @param errorDetails what is wrong with this request, and what a program does about it
 * @param metadata always empty; clients may fail without it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfrepError(@Nullable String key, String errorCode, String errorDetails, Map<String, Object> metadata) {

    public static final String MEDIA_TYPE = "application/json";

    public static final String UNREADABLE = "PARSE_ERROR";
    private static final String BAD_CONTEXT = "INVALID_CONTEXT";
    public static final String NO_FLAG = "FLAG_NOT_FOUND";
    public static final String OTHER = "GENERAL";

    /** All codes that this service answers with. */
    public static final List<String> CODES = List.of(UNREADABLE, BAD_CONTEXT, NO_FLAG, OTHER);

    private static final String PREFIX = "/ofrep/";
    private static final String ONE_FLAG = "/ofrep/v1/evaluate/flags/";

    /** Whether requests to a path are answered so. */
    public static boolean isFor(String path) {
        return path.startsWith(PREFIX);
    }

    /**
     * What an OFREP client is told of a problem.
     *
     * @param path the path of the request, as it was sent
     */
    public static OfrepError of(Problem problem, String path) {
        String key = path.startsWith(ONE_FLAG) && path.length() > ONE_FLAG.length()
                ? decoded(path.substring(ONE_FLAG.length()))
                : null;
        return new OfrepError(key, code(problem, key), problem.detail() + " " + problem.client(), Map.of());
    }

    /** Decodes a path; a plus sign stays a plus sign. */
    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String code(Problem problem, @Nullable String key) {
        if (problem.code().equals(RefusalCode.INVALID_REQUEST.code())) {
            return problem.field() != null && problem.field().startsWith("context") ? BAD_CONTEXT : UNREADABLE;
        }
        return key != null && problem.code().equals(RefusalCode.NOT_FOUND.code()) ? NO_FLAG : OTHER;
    }
}
