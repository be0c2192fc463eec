package com.optymyse.inspire.licensing.installation;

import org.jspecify.annotations.Nullable;

/**
 * What a lease is taken for, so that others can be told.
 *
 * @param action what its operation does
 * @param by the name of the admin who asked for it; null for the service itself
 */
public record Purpose(UnderWay.Action action, @Nullable String by) {

    public static Purpose activate(@Nullable String by) {
        return new Purpose(UnderWay.Action.ACTIVATE, by);
    }

    public static Purpose deactivate(@Nullable String by) {
        return new Purpose(UnderWay.Action.DEACTIVATE, by);
    }

    public static Purpose release(@Nullable String by) {
        return new Purpose(UnderWay.Action.RELEASE, by);
    }
}
