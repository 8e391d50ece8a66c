package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.Decimals;
import dev.hemstitch.core.text.IsoDateTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * A Media Segment (RFC 8216bis, 3 and 4.4.4): its lines, and what is in force for it wherever the tags stand.
 *
 * <p>Immutable and safe for use by several threads. What is rarely used is decoded when asked for. Numbers and derived
 * dates are those of the playlist that it was taken from. Two segments are equal if their lines are.
 */
// Size: the one noun with an accessor for each of the ten segment tags and what they put in force.
public final class MediaSegment {
    private final SegmentOrigin origin;
    private final int index;

    MediaSegment(SegmentOrigin origin, int index) {
        this.origin = origin;
        this.index = index;
    }

    /**
     * A builder of a segment that is in no playlist yet.
     *
     * @param uri where the media is
     * @param duration how long it is
     * @return the builder
     * @throws IllegalArgumentException if the URI cannot stand on a line of its own or the duration is negative
     */
    public static MediaSegmentBuilder builder(String uri, Duration duration) {
        return MediaSegmentBuilder.of(uri, duration);
    }

    /** {@return a builder that starts with this segment; lines that it does not change stay as they are} */
    public MediaSegmentBuilder toBuilder() {
        return MediaSegmentBuilder.of(this);
    }

    /** {@return the Media Sequence Number in the playlist that it was taken from, unsigned 64 bit} */
    public long mediaSequence() {
        return origin.mediaSequence(index);
    }

    /** {@return the Discontinuity Sequence Number in the playlist that it was taken from, unsigned 64 bit} */
    public long discontinuitySequence() {
        return origin.discontinuitySequence(index);
    }

    /** {@return the URI, verbatim} */
    public String uri() {
        return origin.text().text(uriStart(), origin.uriEnd(index));
    }

    private int uriStart() {
        return origin.columns().uriStart(index);
    }

    boolean hasUriOf(MediaSegment other) {
        SegmentOrigin others = other.origin;
        return origin.text()
                .rangeEquals(
                        uriStart(), origin.uriEnd(index), others.text(), other.uriStart(), others.uriEnd(other.index));
    }

    /** {@return the duration in nanoseconds, rounded half up; 0 if EXTINF is missing, unreadable or negative} */
    public long durationNanos() {
        long nanos = origin.durationNanos(index);
        return nanos >= 0 ? nanos : extinf().map(MediaSegment::nanos).orElse(0L);
    }

    private static long nanos(PlaylistLine extinf) {
        ByteSpan value = extinf.valueSpan();
        return Math.max(0, SegmentReader.durationNanos(value, value.start(), value.end()));
    }

    /** {@return the duration; zero if EXTINF is missing, unreadable or negative} */
    public Duration duration() {
        return Duration.ofNanos(durationNanos());
    }

    /** {@return the duration in seconds with the digits as written; empty if EXTINF is missing or unreadable} */
    public Optional<BigDecimal> durationSeconds() {
        return extinf().map(PlaylistLine::value)
                .flatMap(value -> Decimals.parse(value.substring(0, Extinf.durationEnd(value))));
    }

    /** {@return whether EXTINF writes the duration with a decimal point} */
    public boolean hasDecimalDuration() {
        return extinf().map(PlaylistLine::value)
                .filter(value -> {
                    int at = 0;
                    while (at < value.length() && value.charAt(at) >= '0' && value.charAt(at) <= '9') {
                        at++;
                    }
                    return at < value.length() && value.charAt(at) == '.';
                })
                .isPresent();
    }

    /** {@return what stands behind the comma of EXTINF; empty if that is nothing or white space} */
    public Optional<String> title() {
        return extinf().map(line -> Extinf.title(line.value()).strip()).filter(title -> !title.isEmpty());
    }

    /** The EXTINF that counts: the last one. */
    private Optional<PlaylistLine> extinf() {
        return has(HlsTag.INF)
                ? tagLines(HlsTag.INF, Optional::of).reduce((first, second) -> second)
                : Optional.empty();
    }

    /** {@return where it starts on the timeline of the playlist that it was taken from, in nanoseconds} */
    public long startNanos() {
        return origin.startNanos(index);
    }

    /** {@return whether EXT-X-DISCONTINUITY stands before it} */
    public boolean isDiscontinuity() {
        return has(HlsTag.DISCONTINUITY);
    }

    /** {@return whether EXT-X-GAP says that it is not available} */
    public boolean isGap() {
        return has(HlsTag.GAP);
    }

    /** {@return the keys in force, one for each KEYFORMAT; an empty list if it is not encrypted} */
    public List<Key> keys() {
        return inForce().keys();
    }

    /**
     * The initialization vector that a key in force has for this segment (RFC 8216bis, 5.2).
     *
     * @param key one of {@link #keys}
     * @return the key's IV, or the Media Sequence Number where that stands for it; empty if the key has none
     */
    public Optional<String> initializationVector(Key key) {
        return key.hasImplicitIv()
                ? Optional.of(
                        String.format(Locale.ROOT, "0x%032X", new BigInteger(Long.toUnsignedString(mediaSequence()))))
                : key.iv();
    }

    /** {@return the initialization section in force, if any} */
    public Optional<InitializationSection> map() {
        return Optional.ofNullable(inForce().map());
    }

    /** {@return the bit rate in force in kbit/s; empty if none is, or if the segment is a byte range} */
    public OptionalLong bitrate() {
        long bitrate = inForce().bitrate();
        return bitrate < 0 || origin.hasByteRange(index) ? OptionalLong.empty() : OptionalLong.of(bitrate);
    }

    /** {@return which bytes of its resource it is, an omitted offset resolved; empty if it is the whole resource} */
    public Optional<ByteRange> byteRange() {
        return Optional.ofNullable(origin.byteRange(index));
    }

    /** {@return the date written before it; empty if there is none or it is unreadable} */
    public Optional<IsoDateTime> writtenProgramDateTime() {
        return has(HlsTag.PROGRAM_DATE_TIME)
                ? tagLines(HlsTag.PROGRAM_DATE_TIME, line -> IsoDateTime.parse(line.value()))
                        .reduce((first, second) -> second)
                : Optional.empty();
    }

    /**
     * {@return the date of its first sample: as written, else reckoned from the last date before it, else back from
     * the first one behind it; empty if the playlist has none}
     */
    public Optional<OffsetDateTime> programDateTime() {
        int anchor = origin.dateAnchor(index);
        return anchor < 0 ? Optional.empty() : dateBy(anchor).or(() -> dateBy(origin.readableDateAnchor(index)));
    }

    /**
     * {@return {@link #programDateTime} in microseconds since 1970, rounded down; empty if the playlist has none. Costs next to
     * nothing: each date of a playlist is read once, whoever asks}
     */
    public OptionalLong programDateTimeMicros() {
        int anchor = origin.dateAnchor(index);
        if (anchor < 0) {
            return OptionalLong.empty();
        }
        long date = origin.dateMicros(anchor);
        if (date != SegmentDates.ODD) {
            return OptionalLong.of(date + Math.floorDiv(startNanos() - origin.startNanos(anchor), 1_000L));
        }
        Optional<OffsetDateTime> odd = programDateTime();
        return odd.isPresent() ? OptionalLong.of(SegmentDates.inMicros(odd.get())) : OptionalLong.empty();
    }

    private Optional<OffsetDateTime> dateBy(int anchor) {
        if (anchor < 0) {
            return Optional.empty();
        }
        MediaSegment dated = new MediaSegment(origin, anchor);
        Duration distance = Duration.ofNanos(startNanos() - dated.startNanos());
        return dated.writtenProgramDateTime().map(date -> date.plus(distance).value());
    }

    /** {@return the EXT-X-DATERANGE tags among its lines, in order; one without ID is left out} */
    public List<DateRange> dateRanges() {
        return has(HlsTag.DATERANGE)
                ? tagLines(HlsTag.DATERANGE, line -> noun(line, DateRange::new)).toList()
                : List.of();
    }

    /** {@return its Partial Segments, in order; one without URI or duration is left out} */
    public List<PartialSegment> parts() {
        return has(HlsTag.PART) ? Parts.of(lines()) : List.of();
    }

    /** {@return the tags among its lines that the specification does not define for segments, in order} */
    public List<PlaylistLine> otherTags() {
        return lines().stream().filter(MediaSegment::isOther).toList();
    }

    private static boolean isOther(PlaylistLine line) {
        boolean foreign = line.tag()
                .map(tag -> tag.scope() == TagScope.MULTIVARIANT
                        || (!tag.attributes().isEmpty() && !AttributeTag.isComplete(tag, line.attributes())))
                .orElse(false);
        return foreign || line.kind() == PlaylistLine.Kind.UNKNOWN_TAG;
    }

    /**
     * Reads a tag of the caller's own among its lines.
     *
     * @param <T> what the value is in Java
     * @param tag the definition
     * @return the values that can be read, in order
     */
    public <T> List<T> customTags(CustomTag<T> tag) {
        return tag.in(lines());
    }

    /** {@return all its lines: those behind the URI line before it, up to its own URI line} */
    public List<PlaylistLine> lines() {
        return PlaylistLine.of(span());
    }

    private <T> java.util.stream.Stream<T> tagLines(HlsTag tag, Function<PlaylistLine, Optional<T>> reader) {
        List<T> values = new ArrayList<>();
        for (PlaylistLine line : lines()) {
            if (line.is(tag)) {
                reader.apply(line).ifPresent(values::add);
            }
        }
        return values.stream();
    }

    private static <T> Optional<T> noun(PlaylistLine line, Function<AttributeList, T> factory) {
        AttributeList attributes = line.attributes();
        return AttributeTag.isComplete(line.tag().orElseThrow(), attributes)
                ? Optional.of(factory.apply(attributes))
                : Optional.empty();
    }

    /**
     * Whether a tag stands among its lines.
     *
     * @param tag the tag
     * @return whether it does
     */
    public boolean has(HlsTag tag) {
        return (tags() & tag.bit()) != 0;
    }

    long tags() {
        return origin.columns().tags(index);
    }

    int index() {
        return index;
    }

    SegmentOrigin origin() {
        return origin;
    }

    InForce inForce() {
        return origin.inForce(index);
    }

    /** What must be in force before its lines so that they mean what they meant. */
    InForce inForceBefore() {
        return origin.before(index);
    }

    ByteSpan span() {
        return origin.text().slice(spanStart(), spanEnd());
    }

    int spanStart() {
        return origin.start(index);
    }

    int spanEnd() {
        return origin.columns().end(index);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof MediaSegment other && span().equals(other.span());
    }

    @Override
    public int hashCode() {
        return span().hashCode();
    }

    /** {@return its lines} */
    @Override
    public String toString() {
        return span().toString();
    }
}
