package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.text.Decimals;
import dev.hemstitch.core.text.Injection;
import dev.hemstitch.core.text.IsoDateTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds a segment from nothing, or edits one: lines that are not changed keep every byte and their place.
 *
 * <p>Keys, initialization section and bit rate are what shall be in force; the tags for them are written by
 * {@link MediaPlaylistBuilder} where they are needed. Defaults: no title, not encrypted, no initialization section, the
 * whole resource, no date, no discontinuity, available. Not safe for use by several threads.
 */
public final class MediaSegmentBuilder {
    /** Tags that nothing else depends on, so that they have no method of their own here. */
    static final long FREE =
            HlsTag.DATERANGE.bit() | HlsTag.PART.bit() | HlsTag.PRELOAD_HINT.bit() | HlsTag.RENDITION_REPORT.bit();

    private final LineBuffer lines;
    private InForce before;
    private InForce inForce;
    private @Nullable ByteRange byteRange;
    private final long mediaSequence;
    private final long discontinuitySequence;

    private MediaSegmentBuilder(
            LineBuffer lines, InForce before, InForce inForce, @Nullable ByteRange byteRange, long msn, long dsn) {
        this.lines = lines;
        this.before = before;
        this.inForce = inForce;
        this.byteRange = byteRange;
        this.mediaSequence = msn;
        this.discontinuitySequence = dsn;
    }

    static MediaSegmentBuilder of(String uri, Duration duration) {
        Injection.requireUriLine(uri);
        LineBuffer lines = new LineBuffer(ByteSpan.EMPTY, "\n");
        lines.append("#EXTINF:" + seconds(duration) + ",");
        lines.append(uri);
        return new MediaSegmentBuilder(lines, InForce.NOTHING, InForce.NOTHING, null, 0, 0);
    }

    static MediaSegmentBuilder of(MediaSegment segment) {
        ByteSpan span = segment.span();
        return new MediaSegmentBuilder(
                new LineBuffer(span, LineEnds.of(span)),
                segment.inForceBefore(),
                segment.inForce(),
                segment.byteRange().orElse(null),
                segment.mediaSequence(),
                segment.discontinuitySequence());
    }

    private static String seconds(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("a segment cannot have a negative duration");
        }
        return Decimals.ofNanos(duration.toNanos()).toPlainString();
    }

    /**
     * Sets where the media is.
     *
     * @param uri the URI
     * @return this builder
     * @throws IllegalArgumentException if it cannot stand on a line of its own
     */
    public MediaSegmentBuilder uri(String uri) {
        lines.replaceAt(uriLine(), Injection.requireUriLine(uri));
        return this;
    }

    private int uriLine() {
        for (int i = lines.lines().size() - 1; i >= 0; i--) {
            if (lines.lines().get(i).kind() == PlaylistLine.Kind.URI) {
                return i;
            }
        }
        throw new IllegalStateException("a segment has a URI line");
    }

    /**
     * Sets the duration and keeps the title, and attributes before it.
     *
     * @param duration the duration
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public MediaSegmentBuilder duration(Duration duration) {
        String value = extinf();
        int from = Extinf.durationEnd(value);
        int to = Math.max(from, Extinf.comma(value) < 0 ? value.length() : Extinf.comma(value));
        String between = value.substring(from, to);
        return extinf(seconds(duration) + (between.isBlank() ? "" : between), Extinf.title(value));
    }

    /**
     * Sets the title and keeps the duration as written, and attributes behind it.
     *
     * @param title the title, or an empty text for none
     * @return this builder
     * @throws IllegalArgumentException if it holds CR, LF or NUL
     */
    public MediaSegmentBuilder title(String title) {
        return extinf(durationText(), title);
    }

    private MediaSegmentBuilder extinf(String seconds, String title) {
        return line(HlsTag.INF, "#EXTINF:" + seconds + "," + Injection.requireNoControls(title));
    }

    private String durationText() {
        String value = extinf();
        int comma = Extinf.comma(value);
        return comma < 0 ? value : value.substring(0, comma);
    }

    private String extinf() {
        int at = lines.indexOf(HlsTag.INF);
        return at < 0 ? "0" : lines.lines().get(at).value();
    }

    /**
     * Sets which bytes of the resource it is.
     *
     * @param range the range; empty for the whole resource
     * @return this builder
     */
    public MediaSegmentBuilder byteRange(Optional<ByteRange> range) {
        byteRange = range.orElse(null);
        return range.isEmpty() ? without(HlsTag.BYTERANGE) : line(HlsTag.BYTERANGE, "#EXT-X-BYTERANGE:" + range.get());
    }

    /**
     * Sets the keys that shall be in force.
     *
     * @param keys one for each KEYFORMAT; an empty list if it is not encrypted
     * @return this builder
     */
    public MediaSegmentBuilder keys(List<Key> keys) {
        InForce changed = new InForce(List.of(), inForce.map(), inForce.bitrate());
        for (Key key : keys) {
            changed = changed.with(key);
        }
        return inForce(changed);
    }

    /**
     * Sets the initialization section that shall be in force.
     *
     * @param map the initialization section; empty if it needs none
     * @return this builder
     */
    public MediaSegmentBuilder map(Optional<InitializationSection> map) {
        return inForce(new InForce(inForce.keys(), map.orElse(null), inForce.bitrate()));
    }

    private MediaSegmentBuilder inForce(InForce changed) {
        lines.removeIf(line -> line.isIn(InForce.TAGS));
        inForce = changed;
        before = changed;
        return this;
    }

    /**
     * Sets whether EXT-X-DISCONTINUITY stands before it.
     *
     * @param discontinuity whether it does; once at most
     * @return this builder
     */
    public MediaSegmentBuilder discontinuity(boolean discontinuity) {
        lines.remove(HlsTag.DISCONTINUITY);
        if (discontinuity) {
            lines.insert(0, "#EXT-X-DISCONTINUITY");
        }
        return this;
    }

    /**
     * Sets whether it is a gap.
     *
     * @param gap whether it is not available
     * @return this builder
     */
    public MediaSegmentBuilder gap(boolean gap) {
        return gap ? line(HlsTag.GAP, "#EXT-X-GAP") : without(HlsTag.GAP);
    }

    /**
     * Sets the bit rate that is announced from this segment on (EXT-X-BITRATE, RFC 8216bis, 4.4.4.8).
     *
     * @param kilobitsPerSecond the rate, unsigned 64 bit; empty for no tag of its own, so that the rate before holds on
     * @return this builder
     */
    public MediaSegmentBuilder bitrate(OptionalLong kilobitsPerSecond) {
        return kilobitsPerSecond.isEmpty()
                ? without(HlsTag.BITRATE)
                : line(HlsTag.BITRATE, "#EXT-X-BITRATE:" + Long.toUnsignedString(kilobitsPerSecond.getAsLong()));
    }

    /**
     * Sets the date of its first sample.
     *
     * @param date the date; empty for none
     * @return this builder
     */
    public MediaSegmentBuilder programDateTime(Optional<IsoDateTime> date) {
        return date.isEmpty()
                ? without(HlsTag.PROGRAM_DATE_TIME)
                : line(HlsTag.PROGRAM_DATE_TIME, "#EXT-X-PROGRAM-DATE-TIME:" + date.get());
    }

    /**
     * Sets its Partial Segments. The n-th stands where the n-th stood, others behind the last one, before EXTINF; offsets
     * that would no longer follow the part before are written out.
     *
     * @param parts the parts in order; an empty list for none
     * @return this builder
     */
    public MediaSegmentBuilder parts(List<PartialSegment> parts) {
        int inf = lines.indexOf(HlsTag.INF);
        lines.replaceAll(HlsTag.PART, Parts.lines(parts), inf < 0 ? uriLine() : inf);
        return this;
    }

    /**
     * Adds a tag or comment before EXTINF, behind those that are there.
     *
     * @param line the line without its end
     * @return this builder
     * @throws IllegalArgumentException if it does not start with {@code #}, holds CR, LF or NUL, or is a tag of the
     *     specification that has a method of its own here
     */
    public MediaSegmentBuilder addLine(String line) {
        requireFree(line);
        int at = lines.indexOf(HlsTag.INF);
        lines.insert(at < 0 ? uriLine() : at, line);
        return this;
    }

    private static String requireFree(String line) {
        Injection.requireHashLine(line);
        PlaylistLine parsed = PlaylistLine.of(ByteSpan.ofUtf8(line)).get(0);
        if (!isFree(parsed)) {
            throw new IllegalArgumentException(
                    parsed.tag().map(HlsTag::tagName).orElse("") + " is set by a method of its own");
        }
        return line;
    }

    /** Whether a line has no method of its own here, so that nothing else depends on it. */
    private static boolean isFree(PlaylistLine line) {
        return line.tag().isEmpty() || line.isIn(FREE);
    }

    /**
     * Adds a tag of the caller's own before EXTINF, behind the lines that are there; {@link #addLineFirst} adds its line
     * before them.
     *
     * @param <T> what the value is in Java
     * @param tag the definition
     * @param value the value
     * @return this builder
     * @throws IllegalArgumentException if the written value holds CR, LF or NUL
     */
    public <T> MediaSegmentBuilder add(CustomTag<T> tag, T value) {
        return addLine(tag.line(value));
    }

    /**
     * Replaces or removes a tag of the caller's own, each where it stands.
     *
     * @param <T> what the value is in Java
     * @param tag the definition; lines that it cannot read stay
     * @param edit takes each value; gives the one to stand there instead, an equal one to keep the line byte for byte, or
     *     empty to remove it
     * @return this builder
     * @throws IllegalArgumentException if a written value holds CR, LF or NUL
     */
    public <T> MediaSegmentBuilder edit(CustomTag<T> tag, Function<T, Optional<T>> edit) {
        lines.edit(line -> tag.edited(line, edit));
        return this;
    }

    /**
     * Removes all lines of a tag of the caller's own, those too that cannot be read.
     *
     * @param tag the definition
     * @return this builder
     */
    public MediaSegmentBuilder remove(CustomTag<?> tag) {
        lines.removeIf(tag::is);
        return this;
    }

    /**
     * Adds a tag among the first of its lines, behind EXT-X-DISCONTINUITY.
     *
     * @param line the line without its end, such as a cue
     * @return this builder
     * @throws IllegalArgumentException as {@link #addLine} does
     */
    public MediaSegmentBuilder addLineFirst(String line) {
        int at = lines.indexOf(HlsTag.DISCONTINUITY) + 1;
        lines.insert(at, requireFree(line));
        return this;
    }

    /**
     * Replaces or removes lines that have no method of their own here.
     *
     * @param edit takes each comment, each tag that the specification does not define, EXT-X-DATERANGE, EXT-X-PART,
     *     EXT-X-PRELOAD-HINT and EXT-X-RENDITION-REPORT; gives the line to stand there instead, the same line to keep it byte for byte, or an empty text to remove it
     * @return this builder
     * @throws IllegalArgumentException if a replacement is none that {@link #addLine} takes
     */
    public MediaSegmentBuilder editLines(Function<PlaylistLine, String> edit) {
        lines.edit(line -> {
            String edited = isFree(line) ? edit.apply(line) : line.text();
            return edited.isEmpty() || edited.equals(line.text()) ? edited : requireFree(edited);
        });
        return this;
    }

    private MediaSegmentBuilder line(HlsTag tag, String text) {
        if (!lines.replace(tag, text)) {
            int inf = lines.indexOf(HlsTag.INF);
            boolean behind = tag == HlsTag.BYTERANGE && inf >= 0;
            int part = tag == HlsTag.PROGRAM_DATE_TIME ? lines.indexOf(HlsTag.PART) : -1; // a date leads the parts
            lines.insert(part >= 0 ? part : inf < 0 ? uriLine() : behind ? inf + 1 : inf, text);
        }
        return this;
    }

    MediaSegmentBuilder without(HlsTag tag) {
        lines.remove(tag);
        return this;
    }

    /** {@return the segment} */
    public MediaSegment build() {
        return SegmentReader.alone(lines.toSpan(), before, inForce, byteRange, mediaSequence, discontinuitySequence);
    }
}
