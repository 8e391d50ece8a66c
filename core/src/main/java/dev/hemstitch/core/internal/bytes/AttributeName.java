package dev.hemstitch.core.internal.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The name of an attribute, to be looked for among the bytes of lists.
 *
 * <p>What is ugly: names are compared by a number made of their first and last eight bytes before they are compared. Why:
 * each tag that needs attributes is asked for them while reading. Paid for by {@code ParseBenchmark}.
 */
public final class AttributeName {
    private final byte[] name;
    private final long key;

    /** The name. */
    public AttributeName(String name) {
        this.name = name.getBytes(StandardCharsets.US_ASCII);
        this.key = Words.key(this.name, 0, this.name.length);
    }

    /** Whether it stands in a range. */
    boolean isAt(byte[] bytes, int from, int to) {
        return to - from == name.length
                && Words.key(bytes, from, to) == key
                && (to - from < 8 || Arrays.equals(bytes, from, to, name, 0, name.length));
    }
}
