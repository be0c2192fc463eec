package com.optymyse.inspire.licensing.sandbox.state;

import java.util.List;

/** The record of the latest calls of the API, oldest first. */
public final class CallRecord {

    private final Memory memory;

    public CallRecord(Memory memory) {
        this.memory = memory;
    }

    public List<Call> calls() {
        return memory.state().calls();
    }

    public void add(Call call) {
        memory.update(state -> state.withCall(call));
    }

    public void clear() {
        memory.update(state -> state.withCalls(List.of()));
    }
}
