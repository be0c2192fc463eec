package com.optymyse.inspire.licensing.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A story of recorded calls, put on with the sandbox's demo licenses.
 *
 * @param cast the demo licenses, in the order in which the recorded license keys come up
 * @param moments what happens at the vendor between the calls
 */
record RecordedStory(List<String> cast, List<Moment> moments) {

    /** Something that happens at the vendor. */
    interface Step {
        void take(VendorSide vendor, RecordedCall next) throws Exception;
    }

    /** What happens before the call of a number. */
    record Moment(int number, Step step) {}

    static RecordedStory of(List<String> cast, Moment... moments) {
        return new RecordedStory(cast, Arrays.asList(moments));
    }

    static Moment before(int number, Step step) {
        return new Moment(number, step);
    }

    /** Plays the calls of this story from its beginning. */
    List<PlayedCall> play(SandboxClient sandbox, List<RecordedCall> calls) throws Exception {
        sandbox.reset();
        List<PlayedCall> played = new ArrayList<>();
        List<String> keys = calls.stream().map(RecordedCall::key).distinct().toList();
        for (RecordedCall call : calls) {
            for (Moment moment : moments) {
                if (moment.number() == call.number()) {
                    moment.step().take(new VendorSide(sandbox), call);
                }
            }
            String key = cast.get(keys.indexOf(call.key()));
            played.add(new PlayedCall(call, key, sandbox.call(call.to(sandbox, key))));
        }
        return played;
    }
}
