package com.optymyse.inspire.licensing.license;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The problems of the codes of a license's entitlements, which the vendor chooses and types. */
public final class EntitlementCodes {

    /** The beginning of the address of any entitlement. Its code follows. */
    public static final String ADDRESS = "/entitlements?code=";

    /** Texts that {@code GET /entitlements/{code}} does not take as a code, because they are other paths. */
    public static final Set<String> PATHS = Set.of("stream", "token");

    /** The OpenFeature flags that the service makes itself. */
    public static final Set<String> FLAGS = Set.of("LICENSED", "MAX_DISPLAYS", "MAX_AGILES", "AI_CREDITS_PER_MONTH");

    /** As parts of a path they stand for a folder. */
    private static final Set<String> FOLDERS = Set.of(".", "..");

    private static final int MOST = 10;

    private EntitlementCodes() {}

    /** One problem for all codes of a kind, which names at most {@value #MOST} of them. */
    static List<LicensingProblem> problems(Collection<String> codes) {
        List<String> similar =
                some(codes, code -> EntitlementCatalog.nearest(code).isPresent());
        List<String> ambiguous = some(codes, EntitlementCodes::isAmbiguous);
        return Stream.of(similar(similar), ambiguous(ambiguous))
                .flatMap(List::stream)
                .toList();
    }

    /** The end of a sentence that names the similar codes which the license includes instead; usually empty. */
    public static String instead(Collection<String> codes, String missing) {
        List<String> similar = some(
                codes,
                code -> EntitlementCatalog.nearest(code).filter(missing::equals).isPresent());
        return similar.isEmpty()
                ? ""
                : ", but includes " + listed(similar, FoundText::quoted) + ", which the vendor has to correct";
    }

    private static List<LicensingProblem> similar(List<String> codes) {
        return problem(
                ProblemCode.ENTITLEMENT_CODE_SIMILAR,
                codes,
                codes.size() == 1
                        ? "The license includes an entitlement code that is only similar to one of Inspire's and does"
                                + " not grant it: "
                        : "The license includes " + codes.size()
                                + " entitlement codes that are only similar to Inspire's and do not grant them: ",
                code -> FoundText.quoted(code) + " is not "
                        + EntitlementCatalog.nearest(code).orElseThrow());
    }

    private static List<LicensingProblem> ambiguous(List<String> codes) {
        return problem(
                ProblemCode.ENTITLEMENT_CODE_AMBIGUOUS,
                codes,
                codes.size() == 1
                        ? "The license includes an entitlement code that is also a path or a flag of this service."
                                + " Programs read it here: "
                        : "The license includes " + codes.size()
                                + " entitlement codes that are also paths or flags of this service. Programs read them"
                                + " here: ",
                code -> FoundText.quoted(code) + " at " + ADDRESS + encoded(code));
    }

    private static List<LicensingProblem> problem(
            ProblemCode problem, List<String> codes, String sentence, Function<String, String> each) {
        if (codes.isEmpty()) {
            return List.of();
        }
        String listed = listed(codes, each);
        return List.of(
                new LicensingProblem(problem, sentence + listed + ".", Map.of("count", codes.size(), "codes", listed)));
    }

    private static boolean isAmbiguous(String code) {
        return PATHS.contains(code) || FLAGS.contains(code) || FOLDERS.contains(code) || code.indexOf('/') >= 0;
    }

    private static List<String> some(Collection<String> codes, Predicate<String> which) {
        return codes.stream().filter(which).sorted().toList();
    }

    private static String listed(List<String> codes, Function<String, String> each) {
        String first = codes.stream().limit(MOST).map(each).collect(Collectors.joining(", "));
        return codes.size() <= MOST ? first : first + " and " + (codes.size() - MOST) + " more";
    }

    private static String encoded(String code) {
        return URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
