package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.AsciiDecimals;
import dev.hemstitch.core.internal.bytes.ByteRope;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A Media Playlist (RFC 8216bis, 4.1 and 4.4.3): a header, segments, and a trailer behind the last of them.
 *
 * <p>Immutable and safe for use by several threads. Of a tag that may stand once but stands twice the first one counts.
 */
public final class MediaPlaylist implements Playlist {
    private final ByteRope text;
    private volatile @Nullable Reading reading;

    /** What reading the text found. */
    record Reading(HeaderValues values, ByteSpan header, SegmentList segments, ByteSpan trailer) {}

    /** A playlist that was read. */
    MediaPlaylist(ByteSpan text, Reading reading) {
        this.text = ByteRope.of(text);
        this.reading = reading;
    }

    /** A playlist that was put together; it is read when something of it is first asked for, not to be written. */
    MediaPlaylist(ByteRope text) {
        this.text = text;
    }

    private Reading reading() {
        Reading known = reading;
        return known == null ? readNow() : known;
    }

    private Reading readNow() {
        Reading found = new MediaPlaylistReader(text(), ReadingLimits.NONE).reading();
        reading = found;
        return found;
    }

    private HeaderValues values() {
        return reading().values;
    }

    /**
     * {@return a builder of a playlist with nothing but EXTM3U and EXT-X-TARGETDURATION}
     *
     * @param targetDuration the longest duration of a segment, in seconds, at least 1
     * @throws IllegalArgumentException if the duration is less than 1
     */
    public static MediaPlaylistBuilder builder(long targetDuration) {
        return new MediaPlaylistBuilder(ByteSpan.ofUtf8("#EXTM3U\n"), ByteSpan.EMPTY, List.of(), 0)
                .targetDuration(targetDuration);
    }

    /** {@return a builder that starts with this playlist; lines that it does not change stay as they are} */
    public MediaPlaylistBuilder toBuilder() {
        return toEmptyBuilder().addSegments(reading().segments);
    }

    /** {@return a builder that starts with the lines of this playlist before and behind its segments, but none of these} */
    public MediaPlaylistBuilder toEmptyBuilder() {
        Reading known = reading();
        return new MediaPlaylistBuilder(known.header, known.trailer, known.segments, known.values.firstMediaSequence());
    }

    @Override
    public OptionalLong version() {
        return values().version();
    }

    /**
     * {@return EXT-X-TARGETDURATION in seconds, unsigned 64 bit; empty if it is absent or unreadable, a decimal number rounded up}
     */
    public OptionalLong targetDuration() {
        return values().targetDuration();
    }

    /** {@return EXT-X-MEDIA-SEQUENCE, unsigned 64 bit; 0 if it is absent or unreadable} */
    public long mediaSequence() {
        return values().mediaSequence();
    }

    /** {@return EXT-X-DISCONTINUITY-SEQUENCE, unsigned 64 bit; 0 if it is absent or unreadable} */
    public long discontinuitySequence() {
        return values().discontinuitySequence();
    }

    /** {@return whether the playlist is complete: EXT-X-ENDLIST} */
    public boolean endList() {
        return values().has(HlsTag.ENDLIST);
    }

    /** {@return EXT-X-PLAYLIST-TYPE, if it is there} */
    public Optional<PlaylistType> playlistType() {
        return Optional.ofNullable(values().playlistType());
    }

    /** {@return whether each segment is one I-frame: EXT-X-I-FRAMES-ONLY} */
    public boolean iFramesOnly() {
        return values().has(HlsTag.I_FRAMES_ONLY);
    }

    @Override
    public boolean independentSegments() {
        return values().has(HlsTag.INDEPENDENT_SEGMENTS);
    }

    /**
     * Whether a tag that applies to the playlist as a whole stands in it.
     *
     * @param tag a tag of RFC 8216bis, 4.4.1 to 4.4.3, or EXT-X-SKIP
     * @return whether it does; {@code false} for all other tags
     */
    public boolean has(HlsTag tag) {
        return values().has(tag);
    }

    /**
     * Whether a tag stands among the lines of any segment; told without looking at them.
     *
     * @param tag the tag
     * @return whether it does, complete as far as it has required attributes
     */
    public boolean segmentsHave(HlsTag tag) {
        return (origin().tags() & tag.bit()) != 0;
    }

    @Override
    public Optional<Start> start() {
        return first(HlsTag.START, Start::new);
    }

    @Override
    public List<VariableDefinition> variableDefinitions() {
        return nouns(HlsTag.DEFINE, VariableDefinition::new);
    }

    /** {@return what holds for all Partial Segments, if EXT-X-PART-INF is there} */
    public Optional<PartInformation> partInformation() {
        return first(HlsTag.PART_INF, PartInformation::new);
    }

    /** {@return what the server can do, if EXT-X-SERVER-CONTROL is there} */
    public Optional<ServerControl> serverControl() {
        return first(HlsTag.SERVER_CONTROL, ServerControl::new);
    }

    /** {@return what a Playlist Delta Update leaves out, if EXT-X-SKIP is there} */
    public Optional<Skip> skip() {
        return first(HlsTag.SKIP, Skip::new);
    }

    /** {@return all EXT-X-DATERANGE tags, also those behind the last segment, in order} */
    public List<DateRange> dateRanges() {
        return nouns(HlsTag.DATERANGE, DateRange::new);
    }

    /** {@return all EXT-X-PRELOAD-HINT tags, in order} */
    public List<PreloadHint> preloadHints() {
        return nouns(HlsTag.PRELOAD_HINT, PreloadHint::new);
    }

    /** {@return all EXT-X-RENDITION-REPORT tags, in order} */
    public List<RenditionReport> renditionReports() {
        return nouns(HlsTag.RENDITION_REPORT, RenditionReport::new);
    }

    /** {@return the Partial Segments behind the last segment, of one that is not yet complete, in order} */
    public List<PartialSegment> trailingParts() {
        return Parts.of(trailer());
    }

    /** {@return the segments, in order} */
    public List<MediaSegment> segments() {
        return reading().segments;
    }

    /**
     * {@return the segments that have EXT-X-DATERANGE or a tag that the specification does not have among their lines, in
     * order; told without looking at these, so that those who look for cues need not look at all segments}
     */
    public List<MediaSegment> annotatedSegments() {
        return reading().segments.having(HlsTag.DATERANGE.bit() | HlsTag.UNKNOWN);
    }

    /** {@return the sum of all durations, in nanoseconds; beyond a {@code long} its greatest value} */
    public long durationNanos() {
        List<MediaSegment> all = segments();
        if (all.isEmpty()) {
            return 0;
        }
        MediaSegment last = all.get(all.size() - 1);
        return AsciiDecimals.sum(last.startNanos(), last.durationNanos());
    }

    /** {@return the lines before those of the first segment} */
    public List<PlaylistLine> header() {
        return PlaylistLine.of(reading().header);
    }

    /** {@return the lines behind the last URI line} */
    public List<PlaylistLine> trailer() {
        return PlaylistLine.of(reading().trailer);
    }

    @Override
    public List<PlaylistLine> lines() {
        return PlaylistLine.of(text());
    }

    private <T> Optional<T> first(HlsTag tag, Function<AttributeList, T> factory) {
        return values().has(tag) ? nouns(tag, factory).stream().findFirst() : Optional.empty();
    }

    /** The nouns of one tag wherever they stand; only lines of segments that have the tag are looked at. */
    private <T> List<T> nouns(HlsTag tag, Function<AttributeList, T> factory) {
        List<T> nouns = new ArrayList<>();
        collect(reading().header, tag, factory, nouns);
        for (MediaSegment segment : segmentsHave(tag) ? segments() : List.<MediaSegment>of()) {
            if (segment.has(tag)) {
                collect(segment.span(), tag, factory, nouns);
            }
        }
        collect(reading().trailer, tag, factory, nouns);
        return List.copyOf(nouns);
    }

    private static <T> void collect(ByteSpan lines, HlsTag tag, Function<AttributeList, T> factory, List<T> nouns) {
        for (PlaylistLine line : PlaylistLine.of(lines)) {
            AttributeList attributes = line.attributes();
            if (line.is(tag) && AttributeTag.isComplete(tag, attributes)) {
                nouns.add(factory.apply(attributes));
            }
        }
    }

    @Override
    public List<SourceText> texts() {
        return text.spans().stream().map(SourceText::new).toList();
    }

    SegmentOrigin origin() {
        return reading().segments.origin();
    }

    ByteSpan headerSpan() {
        return reading().header;
    }

    long firstMediaSequence() {
        return values().firstMediaSequence();
    }

    ByteRope rope() {
        return text;
    }

    ByteSpan text() {
        return text.toSpan();
    }

    @Override
    public MediaPlaylist mapUris(UnaryOperator<String> mapping) {
        return new MediaPlaylist(ByteRope.of(TextEdits.mapUris(text(), mapping)));
    }

    @Override
    public MediaPlaylist substitute(Variables variables) {
        return new MediaPlaylist(ByteRope.of(TextEdits.substitute(text(), variables)));
    }

    @Override
    public MediaPlaylist resolveUris(String base) {
        Reading known = reading();
        SegmentOrigin origin = origin();
        return new MediaPlaylist(ByteRope.of(new UriResolution(base).resolve(known.header, origin, known.trailer)));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof MediaPlaylist other && text().equals(other.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    /** {@return its text} */
    @Override
    public String toString() {
        return text().toString();
    }
}
