package com.optymyse.inspire.licensing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values as one sequence of bytes that no other values of the same types have: each is preceded by its length, an absent
 * one by -1. What is encrypted with it as additional data opens only beside the very same values.
 */
final class AdditionalData {

    private static final int ABSENT = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /**
     * @param purpose what is encrypted, and the version of the list of values, so that one never passes for another
     */
    AdditionalData(String purpose) {
        add(purpose);
    }

    AdditionalData add(byte @Nullable [] value) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                .putInt(value == null ? ABSENT : value.length)
                .array());
        if (value != null) {
            bytes.writeBytes(value);
        }
        return this;
    }

    AdditionalData add(@Nullable String value) {
        return add(value == null ? null : value.getBytes(UTF_8));
    }

    AdditionalData add(long value) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    /** A moment as PostgreSQL keeps it, in microseconds. */
    AdditionalData add(@Nullable Instant value) {
        return value == null ? add((byte[]) null) : add(ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    /** Rows as they stand in the database, in whatever order they were read. */
    AdditionalData add(List<KnownLicenseRow> rows) {
        add(rows.size());
        rows.stream().sorted(Comparator.comparing(row -> row.licenseId)).forEach(row -> row.addTo(this));
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
