package com.optymyse.inspire.licensing.background;

import com.optymyse.inspire.licensing.license.OwnErrors;
import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The service's tasks in component tests: counts what was run to a good end, and can leave one out. */
@Mock
@Singleton
public class WatchedTasks extends RepeatedTasks {

    private final Map<String, Integer> runs = new ConcurrentHashMap<>();
    private final Set<String> paused = ConcurrentHashMap.newKeySet();

    WatchedTasks(Vertx vertx, OwnErrors errors) {
        super(vertx, errors);
    }

    @Override
    public void add(String name, Duration every, Supplier<Uni<Void>> task) {
        runs.put(name, 0);
        super.add(
                name,
                every,
                () -> paused.contains(name)
                        ? Uni.createFrom().voidItem()
                        : task.get().invoke(() -> runs.merge(name, 1, Integer::sum)));
    }

    /** The tasks that there are. */
    Set<String> names() {
        return Set.copyOf(runs.keySet());
    }

    /** How often a task was run to a good end. */
    int runs(String name) {
        return runs.getOrDefault(name, 0);
    }

    /** Leaves out a task's turns from the next one on. */
    public void pause(String name) {
        paused.add(name);
    }

    /** Lets a task have its turns again. */
    public void resume(String name) {
        paused.remove(name);
    }
}
