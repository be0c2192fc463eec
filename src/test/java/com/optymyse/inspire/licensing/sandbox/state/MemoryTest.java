package com.optymyse.inspire.licensing.sandbox.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final String NAME = "inspire.sandbox.state.test";
    private static final Instant NOW = Instant.parse("2026-03-31T10:00:00.123Z");

    @AfterEach
    void forget() {
        System.clearProperty(NAME);
    }

    @Test
    void state_asJsonAndBack_isEqual() {
        Memory memory = Memory.inThisObject(start());
        changeEverything(memory);

        SandboxState read = StateJson.read(StateJson.write(memory.state()), SandboxState.class);

        assertThat(read).isEqualTo(memory.state());
    }

    @Test
    void inSystemProperty_anotherMemoryOfTheSameName_remembers() {
        Memory first = Memory.inSystemProperty(NAME, MemoryTest::start);
        changeEverything(first);

        Memory second = Memory.inSystemProperty(NAME, MemoryTest::start);

        assertThat(second.state()).isEqualTo(first.state()).isNotEqualTo(start());
    }

    @Test
    void inSystemProperty_ofAnotherForm_startsAfresh() {
        System.setProperty(NAME, "{\"licenses\": 1}");

        assertThat(Memory.inSystemProperty(NAME, MemoryTest::start).state()).isEqualTo(start());
    }

    @Test
    void inThisObject_anotherMemory_remembersNothing() {
        changeEverything(Memory.inThisObject(start()));

        assertThat(Memory.inThisObject(start()).state()).isEqualTo(start());
    }

    private static SandboxState start() {
        return new DemoLicenses().at(NOW);
    }

    private static void changeEverything(Memory memory) {
        SandboxClock clock = new SandboxClock(() -> NOW, memory);
        LicenseBook book = new LicenseBook(memory, clock, new DemoLicenses());
        clock.moveTo(3600);
        DemoLicense license = book.license("DEMO-ENTERPRISE").orElseThrow();
        book.put(license.withSuspended(true).validatedAt(clock.instant()).checkedOutAt(clock.instant()));
        book.add(new Machine("id", "DEMO-ENTERPRISE", "f", Map.of("cores", 4, "metadata", Map.of()), NOW, NOW, NOW));
        new Faults(memory).set(new Fault(FaultMode.LIMIT, Operation.CHECK_OUT, 1, 2, 500, 500, null, "CODE"));
        Call call = new Call(NOW, Operation.CHECK_IN, "POST", "/v1", null, 422, "CODE", FaultMode.RATE_LIMIT);
        memory.update(state -> state.withCall(call));
    }
}
