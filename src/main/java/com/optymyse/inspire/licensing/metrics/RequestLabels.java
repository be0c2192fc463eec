package com.optymyse.inspire.licensing.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the number of time series bounded, whatever anonymous callers send. The labels of a request are taken from fixed
 * sets: its method is one of the nine known ones or {@code OTHER}, and its {@code uri} is the template of a resource's
 * route, as {@code /problems/{code}}, or {@code other}. Quarkus would take both from the request where no route matches.
 *
 * <p>Requests that are reset before their answer has ended reach the filter alone. The path of such a request is kept where it is
 * the template of a route that was called before.
 */
@Singleton
class RequestLabels implements HttpServerMetricsTagsContributor, MeterFilter {

    static final String OTHER_METHOD = "OTHER";
    static final String OTHER_PATH = "other";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");
    private static final String OF_REQUESTS = "http.server.";
    private static final String METHOD = "method";
    private static final String PATH = "uri";

    /** The key under which Quarkus REST leaves the template of a request's route. */
    private static final String TEMPLATE = "UrlPathTemplate";

    /** The templates that were seen: at most one for each route, and nothing from a request. */
    private final Set<String> templates = ConcurrentHashMap.newKeySet();

    @Override
    public Tags contribute(Context context) {
        return Tags.of(PATH, path(context.requestContextLocalData(TEMPLATE)));
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith(OF_REQUESTS)) {
            return id;
        }
        Tags bounded = Tags.empty();
        for (Tag tag : id.getTagsAsIterable()) {
            bounded = bounded.and(tag.getKey(), bounded(tag));
        }
        return id.replaceTags(bounded);
    }

    private String path(@Nullable String template) {
        if (template == null) {
            return OTHER_PATH;
        }
        templates.add(template);
        return template;
    }

    private String bounded(Tag tag) {
        return switch (tag.getKey()) {
            case METHOD -> METHODS.contains(tag.getValue()) ? tag.getValue() : OTHER_METHOD;
            case PATH -> templates.contains(tag.getValue()) ? tag.getValue() : OTHER_PATH;
            default -> tag.getValue();
        };
    }
}
