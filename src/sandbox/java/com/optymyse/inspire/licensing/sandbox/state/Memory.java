package com.optymyse.inspire.licensing.sandbox.state;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Holds the sandbox's one state and lets one change happen at a time. */
public final class Memory {

    private static final System.Logger LOG = System.getLogger(Memory.class.getName());

    private final Consumer<SandboxState> saved;
    private SandboxState state;

    private Memory(SandboxState start, Consumer<SandboxState> saved) {
        this.state = start;
        this.saved = saved;
    }

    /** A memory that ends with its owner. */
    public static Memory inThisObject(SandboxState start) {
        return new Memory(start, state -> {});
    }

    /** A memory that outlives the class loader, which dev mode's live reload replaces, in a system property. */
    public static Memory inSystemProperty(String name, Supplier<SandboxState> start) {
        return new Memory(remembered(name, start), state -> System.setProperty(name, StateJson.write(state)));
    }

    public synchronized SandboxState state() {
        return state;
    }

    public synchronized void update(UnaryOperator<SandboxState> change) {
        state = change.apply(state);
        saved.accept(state);
    }

    /** Runs several reads and changes so that nobody else's come in between. */
    public synchronized <T> T exclusively(Supplier<T> work) {
        return work.get();
    }

    private static SandboxState remembered(String name, Supplier<SandboxState> start) {
        String json = System.getProperty(name);
        if (json == null) {
            return start.get();
        }
        try {
            return StateJson.read(json, SandboxState.class);
        } catch (IllegalArgumentException anotherForm) {
            LOG.log(System.Logger.Level.INFO, "The sandbox starts afresh, its state has another form now");
            return start.get();
        }
    }
}
