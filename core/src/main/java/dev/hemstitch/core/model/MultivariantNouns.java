package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.text.AttributeList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the tags with attributes of a Multivariant Playlist stand, variants at the place of their URIs. Reading makes no
 * object for any of them; all are made when the first one is asked for, once, so that one tag is always one object.
 */
final class MultivariantNouns {
    /** Position of the tag, start and end of its value, start and end of the URI line that belongs to it. */
    private static final int NUMBERS = 5;

    /** About as many as a tag and its URI have; only a first guess at the room that is needed. */
    private static final int BYTES_OF_A_NOUN = 192;

    private final ByteSpan text;
    private int[] places;
    private int size;
    private volatile @Nullable List<AttributeTag> made;

    MultivariantNouns(ByteSpan text) {
        this.text = text;
        this.places = new int[NUMBERS * (4 + text.length() / BYTES_OF_A_NOUN)];
    }

    /** Whether a tag is one of those that stand for something in a Multivariant Playlist, besides EXT-X-STREAM-INF. */
    static boolean isNoun(HlsTag tag) {
        return switch (tag) {
            case MEDIA, I_FRAME_STREAM_INF, SESSION_DATA, SESSION_KEY, CONTENT_STEERING, START, DEFINE -> true;
            default -> false;
        };
    }

    /**
     * Notes a tag.
     *
     * @param position the tag's position in {@link HlsTag#TABLE}
     */
    void add(int position, int valueStart, int valueEnd, int uriStart, int uriEnd) {
        int at = size;
        if (at == places.length) {
            places = Arrays.copyOf(places, 2 * at);
        }
        places[at] = position;
        places[at + 1] = valueStart;
        places[at + 2] = valueEnd;
        places[at + 3] = uriStart;
        places[at + 4] = uriEnd;
        size = at + NUMBERS;
    }

    /** All of them, in order; not to be called before the last one was added. */
    List<AttributeTag> all() {
        List<AttributeTag> known = made;
        return known == null ? makeOnce() : known;
    }

    private synchronized List<AttributeTag> makeOnce() {
        List<AttributeTag> known = made;
        if (known == null) {
            List<AttributeTag> nouns = new ArrayList<>(size / NUMBERS);
            for (int at = 0; at < size; at += NUMBERS) {
                nouns.add(noun(at));
            }
            known = Collections.unmodifiableList(nouns);
            made = known;
        }
        return known;
    }

    private AttributeTag noun(int at) {
        HlsTag tag = HlsTag.at(places[at]);
        AttributeList attributes = new AttributeList(text.slice(places[at + 1], places[at + 2]));
        return switch (tag) {
            case MEDIA -> new Rendition(attributes);
            case I_FRAME_STREAM_INF -> new IFrameVariant(attributes);
            case SESSION_DATA -> new SessionData(attributes);
            case SESSION_KEY -> new SessionKey(attributes);
            case CONTENT_STEERING -> new ContentSteering(attributes);
            case START -> new Start(attributes);
            case DEFINE -> new VariableDefinition(attributes);
            default -> new Variant(attributes, text.slice(places[at + 3], places[at + 4]));
        };
    }
}
