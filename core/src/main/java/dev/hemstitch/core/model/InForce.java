package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.AsciiDecimals;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LineScanner;
import dev.hemstitch.core.text.AttributeList;
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

    /** What is in force behind lines; tags that lack what they need, or have no readable number, change nothing. */
    InForce behind(ByteSpan lines) {
        InForce inForce = this;
        LineScanner line = new LineScanner(lines, HlsTag.TABLE);
        while (line.next()) {
            HlsTag tag = line.tag() < 0 ? HlsTag.EXTM3U : HlsTag.at(line.tag());
            if ((tag.bit() & TAGS) != 0) {
                inForce = inForce.behind(tag, lines.slice(line.valueStart(), line.end()));
            }
        }
        return inForce;
    }

    private InForce behind(HlsTag tag, ByteSpan value) {
        if (tag == HlsTag.BITRATE) {
            boolean readable = AsciiDecimals.isUnsigned(value, value.start(), value.end());
            return readable ? withBitrate(AsciiDecimals.unsigned(value, value.start(), value.end())) : this;
        }
        AttributeList attributes = new AttributeList(value);
        if (!AttributeTag.isComplete(tag, attributes)) {
            return this;
        }
        return tag == HlsTag.KEY ? with(new Key(attributes)) : with(new InitializationSection(attributes, keys));
    }

    boolean hasImplicitIv() {
        return haveImplicitIv(keys);
    }

    /** Whether the initialization vector of one of the keys is the Media Sequence Number. */
    static boolean haveImplicitIv(List<Key> keys) {
        boolean some = false;
        for (int i = 0; i < keys.size(); i++) {
            some |= keys.get(i).hasImplicitIv();
        }
        return some;
    }

    /** Whether one of the keys is of a format. */
    static boolean haveFormat(List<Key> keys, String format) {
        boolean some = false;
        for (int i = 0; i < keys.size(); i++) {
            some |= keys.get(i).keyFormat().equals(format);
        }
        return some;
    }

    /** Keys are one for each format, so that their order means nothing. */
    static boolean areSame(List<Key> keys, List<Key> others) {
        return keys.equals(others) || (keys.size() == others.size() && keys.containsAll(others));
    }

    boolean isSame(InForce other) {
        return bitrate == other.bitrate && areSame(keys, other.keys) && Objects.equals(map, other.map);
    }
}
