package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.internal.bytes.LineScanner;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.IsoDateTime;
import dev.hemstitch.core.text.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line as it stands in a playlist (RFC 8216bis, 4.1): the way to all that has no noun of its own. Immutable.
 */
public final class PlaylistLine {
    /** What a line is. */
    public enum Kind {
        /** Nothing, or white space only. */
        BLANK,
        /** A tag of the specification. */
        TAG,
        /** Any other line that starts with {@code #EXT}. */
        UNKNOWN_TAG,
        /** Any other line that starts with {@code #}. */
        COMMENT,
        /** Anything else. */
        URI
    }

    private final ByteSpan whole;
    private final ByteSpan content;
    private final ByteSpan value;
    private final Kind kind;
    private final @Nullable HlsTag tag;

    private PlaylistLine(ByteSpan whole, ByteSpan content, ByteSpan value, Kind kind, @Nullable HlsTag tag) {
        this.whole = whole;
        this.content = content;
        this.value = value;
        this.kind = kind;
        this.tag = tag;
    }

    /** The lines of a span, each with its line end, so that all together are the span. */
    static List<PlaylistLine> of(ByteSpan span) {
        List<PlaylistLine> list = new ArrayList<>();
        LineScanner lines = new LineScanner(span, HlsTag.TABLE);
        while (lines.next()) {
            ByteSpan whole = span.slice(lines.lineStart(), lines.nextLine());
            ByteSpan content = span.slice(lines.start(), lines.end());
            Kind kind = kind(lines);
            boolean isTag = lines.kind() == LineScanner.Kind.TAG;
            ByteSpan value = isTag ? span.slice(lines.valueStart(), lines.end()) : content;
            list.add(new PlaylistLine(whole, content, value, kind, lines.tag() < 0 ? null : HlsTag.at(lines.tag())));
        }
        return list;
    }

    private static Kind kind(LineScanner lines) {
        return switch (lines.kind()) {
            case BLANK -> Kind.BLANK;
            case TAG -> lines.tag() < 0 ? Kind.UNKNOWN_TAG : Kind.TAG;
            case COMMENT -> Kind.COMMENT;
            case URI -> Kind.URI;
        };
    }

    /** {@return what the line is} */
    public Kind kind() {
        return kind;
    }

    /** {@return the tag, or empty if the line is none or the specification does not have it} */
    public Optional<HlsTag> tag() {
        return Optional.ofNullable(tag);
    }

    /**
     * Whether the line is a tag.
     *
     * @param other the tag
     * @return whether it is that one
     */
    public boolean is(HlsTag other) {
        return tag == other;
    }

    boolean isIn(long tags) {
        return tag != null && (tag.bit() & tags) != 0;
    }

    /** {@return the line without its end and outer white space} */
    public String text() {
        return content.toString();
    }

    /** {@return what stands behind the colon of a tag, without outer white space; of another line all of it} */
    public String value() {
        return value.toString();
    }

    /** {@return how many bytes of the line stand before its text: white space, or a byte order mark} */
    public int textOffset() {
        return content.start() - whole.start();
    }

    /** {@return how many bytes of the line stand before its value} */
    public int valueOffset() {
        return value.start() - whole.start();
    }

    /** {@return the value as an attribute list, split only when asked} */
    public AttributeList attributes() {
        return new AttributeList(value);
    }

    /** {@return the line with its end, byte for byte} */
    public SourceText source() {
        return new SourceText(whole);
    }

    /**
     * The line with its dates moved, as {@link IsoDateTime#plus} moves them.
     *
     * @param shift how far
     * @return the text of a line EXT-X-PROGRAM-DATE-TIME, or EXT-X-DATERANGE with START-DATE and END-DATE, moved; the
     *     same text if it is another line or a date is unreadable
     */
    public String datesMoved(Duration shift) {
        if (tag == HlsTag.PROGRAM_DATE_TIME) {
            return IsoDateTime.parse(value())
                    .map(date -> before(value) + date.plus(shift))
                    .orElseGet(this::text);
        }
        if (tag != HlsTag.DATERANGE) {
            return text();
        }
        AttributeList moved = attributes();
        for (Attribute<IsoDateTime> attribute : DateRange.DATES) {
            Optional<IsoDateTime> date = moved.get(attribute);
            if (date.isPresent()) {
                moved = moved.with(
                        attribute.name(),
                        AttributeValue.quoted(date.get().plus(shift).toString()));
            }
        }
        return before(value) + moved;
    }

    private String before(ByteSpan part) {
        return content.text(content.start(), part.start());
    }

    ByteSpan whole() {
        return whole;
    }

    ByteSpan content() {
        return content;
    }

    ByteSpan valueSpan() {
        return value;
    }

    /** {@return the line without its end and outer white space} */
    @Override
    public String toString() {
        return text();
    }
}
