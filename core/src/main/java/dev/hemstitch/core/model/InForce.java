package dev.hemstitch.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tags before a segment put in force for it (RFC 8216bis, 4.4.4.4, 4.4.4.5, 4.4.4.8); shared by all segments
 * between two such tags.
 *
 * @param keys one for each KEYFORMAT, in the order of their tags; empty if segments are not encrypted
 * @param map the initialization section
 * @param bitrate in kbit/s, or -1
 */
record InForce(List<Key> keys, @Nullable InitializationSection map, long bitrate) {
    /** The tags that change what is in force. */
    static final long TAGS = HlsTag.KEY.bit() | HlsTag.MAP.bit() | HlsTag.BITRATE.bit();

    /** What is in force before any tag. */
    static final InForce NOTHING = new InForce(List.of(), null, -1);

    InForce with(Key key) {
        List<Key> next = new ArrayList<>();
        if (!key.isNone()) {
            keys.stream()
                    .filter(old -> !old.keyFormat().equals(key.keyFormat()))
                    .forEach(next::add);
            next.add(key);
        }
        return new InForce(List.copyOf(next), map, bitrate);
    }

    InForce with(InitializationSection newMap) {
        return new InForce(keys, newMap, bitrate);
    }

    InForce withBitrate(long newBitrate) {
        return new InForce(keys, map, newBitrate);
    }

    boolean hasImplicitIv() {
        for (Key key : keys) {
            if (key.hasImplicitIv()) {
                return true;
            }
        }
        return false;
    }

    /** Keys are one for each format, so that their order means nothing. */
    static boolean areSame(List<Key> keys, List<Key> others) {
        return keys.equals(others) || (keys.size() == others.size() && keys.containsAll(others));
    }

    boolean isSame(InForce other) {
        return bitrate == other.bitrate && areSame(keys, other.keys) && Objects.equals(map, other.map);
    }
}
