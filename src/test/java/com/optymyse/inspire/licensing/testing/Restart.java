package com.optymyse.inspire.licensing.testing;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import io.quarkus.arc.InjectableContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What a restart does to the memory of a service: all of its objects are gone, and made anew when they are needed next. Only
 * for tests with an application of their own, because what is done once at the start of one is not done again.
 */
public final class Restart {

    private static final String SERVICE = "com.optymyse.inspire.licensing.";
    private static final String TESTS = SERVICE + "testing.";

    private Restart() {}

    /** Forgets everything that the service has in memory. */
    public static void forgetEverything() {
        InjectableContext objects = Arc.container().getActiveContext(ApplicationScoped.class);
        objects.getState().getContextualInstances().keySet().stream()
                .filter(Restart::isOfTheService)
                .forEach(objects::destroy);
    }

    private static boolean isOfTheService(InjectableBean<?> bean) {
        String name = bean.getBeanClass().getName();
        return name.startsWith(SERVICE) && !name.startsWith(TESTS);
    }
}
