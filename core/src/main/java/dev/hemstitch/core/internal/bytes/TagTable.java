package dev.hemstitch.core.internal.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A closed set of tag names, looked up in bytes without making a string.
 *
 * <p>What is ugly: a hash of the length and three bytes, chosen so that the names of the specification do not collide.
 * Why: the look-up runs once for each line of a playlist. Paid for by {@code ParseBenchmark}.
 */
public final class TagTable {
    private static final int SLOTS = 256;

    private final byte[][] names;
    private final short[] slots = new short[SLOTS];
    private final int infTag;

    /**
     * A table of the given names (without {@code #}), each found under its position in the list.
     *
     * @throws IllegalStateException if two names fall into one slot
     */
    public TagTable(List<String> tagNames) {
        Arrays.fill(slots, (short) -1);
        infTag = tagNames.indexOf("EXTINF");
        names = new byte[tagNames.size()][];
        for (int i = 0; i < names.length; i++) {
            byte[] name = tagNames.get(i).getBytes(StandardCharsets.US_ASCII);
            int slot = slot(name, 0, name.length);
            if (slots[slot] >= 0) {
                throw new IllegalStateException(tagNames.get(i) + " collides with " + tagNames.get(slots[slot]));
            }
            slots[slot] = (short) i;
            names[i] = name;
        }
    }

    /** The position of {@code EXTINF}, or -1. */
    int infTag() {
        return infTag;
    }

    /** The position of the name that stands in the range, or -1. */
    int find(byte[] bytes, int from, int to) {
        if (to - from < 6) {
            return -1;
        }
        int index = slots[slot(bytes, from, to)];
        if (index < 0) {
            return -1;
        }
        byte[] name = names[index];
        return Arrays.equals(name, 0, name.length, bytes, from, to) ? index : -1;
    }

    private static int slot(byte[] bytes, int from, int to) {
        int length = to - from;
        int middle = bytes[from + (length >> 1)];
        return (length * 47 + bytes[to - 1] * 2 + middle * 31 + bytes[to - 3] * 3) & (SLOTS - 1);
    }
}
