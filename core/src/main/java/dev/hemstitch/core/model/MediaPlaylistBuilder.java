package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteRope;
import dev.hemstitch.core.internal.bytes.ByteSpan;
import dev.hemstitch.core.text.Injection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Builds a Media Playlist from nothing, or edits one: lines that are not changed keep every byte.
 *
 * <p>Segments keep what is in force for them wherever they come from: where their neighbours do not leave it in force,
 * EXT-X-KEY (METHOD=NONE too), EXT-X-MAP and EXT-X-BITRATE are written before them, initialization vectors that were
 * implied by the Media Sequence Number are written out if that number changes, and so are offsets of byte ranges that
 * followed another segment. Defaults: no tag that is not set. Not safe for use by several threads.
 */
// Size: one value with a setter for each tag that is about the whole playlist, or stands behind the segments.
public final class MediaPlaylistBuilder {
    /** What stands behind hints, and behind the parts of a segment that is not yet complete. */
    private static final long BEHIND_HINTS = HlsTag.RENDITION_REPORT.bit() | HlsTag.ENDLIST.bit();

    private static final long BEHIND_PARTS = HlsTag.PRELOAD_HINT.bit() | BEHIND_HINTS;

    private LineBuffer header;
    private final LineBuffer trailer;
    private final List<MediaSegment> original;
    private long originalMediaSequence;
    private final List<Run> runs = new ArrayList<>(12);
    private PlainRuns plainRuns = new PlainRuns();
    private long strip;
    private long hoisted;
    private boolean skips;
    private Seam openSeam = Seam.NONE;

    /**
     * @param mediaSequence the Media Sequence Number that the first segment has as long as no line changes
     */
    MediaPlaylistBuilder(ByteSpan header, ByteSpan trailer, List<MediaSegment> segments, long mediaSequence) {
        String lineEnd = LineEnds.of(header);
        this.header = new LineBuffer(header, lineEnd);
        this.trailer = new LineBuffer(trailer, lineEnd);
        this.original = segments;
        this.originalMediaSequence = mediaSequence;
    }

    /**
     * Sets EXT-X-VERSION.
     *
     * @param version the version, unsigned 64 bit
     * @return this builder
     */
    public MediaPlaylistBuilder version(long version) {
        return set(HlsTag.VERSION, "#EXT-X-VERSION:" + Long.toUnsignedString(version));
    }

    /**
     * Sets EXT-X-TARGETDURATION.
     *
     * @param seconds the longest duration of a segment, in seconds, at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public MediaPlaylistBuilder targetDuration(long seconds) {
        if (seconds < 1) {
            throw new IllegalArgumentException("a target duration is at least 1 second");
        }
        return set(HlsTag.TARGETDURATION, "#EXT-X-TARGETDURATION:" + seconds);
    }

    /**
     * Sets EXT-X-MEDIA-SEQUENCE.
     *
     * @param number the number of the first segment, unsigned 64 bit
     * @return this builder
     */
    public MediaPlaylistBuilder mediaSequence(long number) {
        return set(HlsTag.MEDIA_SEQUENCE, "#EXT-X-MEDIA-SEQUENCE:" + Long.toUnsignedString(number));
    }

    /**
     * Sets EXT-X-DISCONTINUITY-SEQUENCE.
     *
     * @param number the discontinuity number of the first segment, unsigned 64 bit
     * @return this builder
     */
    public MediaPlaylistBuilder discontinuitySequence(long number) {
        return set(HlsTag.DISCONTINUITY_SEQUENCE, "#EXT-X-DISCONTINUITY-SEQUENCE:" + Long.toUnsignedString(number));
    }

    /**
     * Sets EXT-X-PLAYLIST-TYPE.
     *
     * @param type the type; empty for none
     * @return this builder
     * @throws IllegalArgumentException if its word holds CR, LF or NUL
     */
    public MediaPlaylistBuilder playlistType(Optional<PlaylistType> type) {
        return type.isEmpty()
                ? remove(HlsTag.PLAYLIST_TYPE)
                : set(
                        HlsTag.PLAYLIST_TYPE,
                        "#EXT-X-PLAYLIST-TYPE:"
                                + Injection.requireNoControls(type.get().value()));
    }

    /**
     * Sets whether EXT-X-INDEPENDENT-SEGMENTS stands in it.
     *
     * @param independent whether it does
     * @return this builder
     */
    public MediaPlaylistBuilder independentSegments(boolean independent) {
        return flag(HlsTag.INDEPENDENT_SEGMENTS, independent);
    }

    /**
     * Sets whether EXT-X-I-FRAMES-ONLY stands in it.
     *
     * @param iFramesOnly whether it does
     * @return this builder
     */
    public MediaPlaylistBuilder iFramesOnly(boolean iFramesOnly) {
        return flag(HlsTag.I_FRAMES_ONLY, iFramesOnly);
    }

    private MediaPlaylistBuilder flag(HlsTag tag, boolean wanted) {
        return wanted ? set(tag, "#" + tag.tagName()) : remove(tag);
    }

    /**
     * Sets whether EXT-X-ENDLIST stands behind all segments, once.
     *
     * @param endList whether it does
     * @return this builder
     */
    public MediaPlaylistBuilder endList(boolean endList) {
        boolean inPlace = endList && trailer.indexOf(HlsTag.ENDLIST) >= 0;
        remove(HlsTag.ENDLIST, inPlace);
        if (endList && !inPlace) {
            trailer.append("#EXT-X-ENDLIST");
        }
        return this;
    }

    /**
     * Sets a tag with attributes that applies to the playlist as a whole, such as EXT-X-START.
     *
     * @param tag EXT-X-START, EXT-X-PART-INF, EXT-X-SERVER-CONTROL or EXT-X-SKIP, which replace the one that is there,
     *     or EXT-X-DEFINE, which is added
     * @return this builder
     * @throws IllegalArgumentException if it is another tag
     */
    public MediaPlaylistBuilder set(AttributeTag tag) {
        if (tag.tag() == HlsTag.DEFINE) {
            return insert(HlsTag.DEFINE, tag.line());
        }
        if ((tag.tag().bit() & HeaderValues.TAGS) == 0) {
            throw new IllegalArgumentException(tag.tag().tagName() + " does not apply to the playlist as a whole");
        }
        skips |= tag.tag() == HlsTag.SKIP;
        return set(tag.tag(), tag.line());
    }

    /**
     * Removes a tag that applies to the playlist as a whole, wherever it stands.
     *
     * @param tag a tag of RFC 8216bis, 4.4.1 to 4.4.3, or EXT-X-SKIP; EXTM3U stays
     * @return this builder
     */
    public MediaPlaylistBuilder remove(HlsTag tag) {
        return remove(tag, false);
    }

    private MediaPlaylistBuilder remove(HlsTag tag, boolean keepInTrailer) {
        if (tag != HlsTag.EXTM3U && (tag.bit() & HeaderValues.TAGS) != 0) {
            header.remove(tag);
            strip |= tag.bit();
            if (!keepInTrailer) {
                trailer.remove(tag);
            }
        }
        return this;
    }

    private MediaPlaylistBuilder set(HlsTag tag, String line) {
        boolean replaced = header.replace(tag, line);
        strip |= tag.bit();
        trailer.remove(tag);
        return replaced ? this : insert(tag, line);
    }

    /** Inserts a header line where the specification's order has it. */
    private MediaPlaylistBuilder insert(HlsTag tag, String line) {
        int at = 0;
        List<PlaylistLine> lines = header.lines();
        for (int i = 0; i < lines.size(); i++) {
            Optional<HlsTag> other = lines.get(i).tag();
            if (other.isPresent() && other.get().compareTo(tag) <= 0) {
                at = i + 1;
            }
        }
        header.insert(at, line);
        return this;
    }

    /**
     * Takes the header of another playlist in place of the one so far: a way to edit a header once for many playlists.
     * That header counts as complete: nothing that stands among the lines of segments is moved into it.
     *
     * @param source a playlist of header lines alone, from {@link #buildHeader}; all its lines are taken, those too that
     *     would belong to a first segment if they were read with one
     * @return this builder
     */
    public MediaPlaylistBuilder headerOf(MediaPlaylist source) {
        header = new LineBuffer(source.text(), header.lineEnd());
        originalMediaSequence = source.firstMediaSequence();
        hoisted = HeaderValues.TAGS;
        return this;
    }

    /**
     * Adds a line behind the last segment, before EXT-X-ENDLIST.
     *
     * @param line a tag or comment without its end, such as that of a {@link DateRange} or {@link PreloadHint}
     * @return this builder
     * @throws IllegalArgumentException if it does not start with {@code #} or holds CR, LF or NUL
     */
    public MediaPlaylistBuilder addTrailingLine(String line) {
        Injection.requireHashLine(line);
        int end = trailer.indexOf(HlsTag.ENDLIST);
        trailer.insert(end < 0 ? trailer.lines().size() : end, line);
        return this;
    }

    /**
     * Adds a line right behind the last segment, before all lines that stand there.
     *
     * @param line a tag or comment without its end
     * @return this builder
     * @throws IllegalArgumentException if it does not start with {@code #} or holds CR, LF or NUL
     */
    public MediaPlaylistBuilder addLineBehindSegments(String line) {
        trailer.insert(0, Injection.requireHashLine(line));
        return this;
    }

    /**
     * Sets the Partial Segments behind the last segment, of one that is not yet complete. The n-th stands where the n-th
     * stood, others behind the last one; offsets that would no longer follow the part before are written out.
     *
     * @param parts the parts in order; an empty list for none
     * @return this builder
     */
    public MediaPlaylistBuilder trailingParts(List<PartialSegment> parts) {
        return trailing(HlsTag.PART, Parts.lines(parts), BEHIND_PARTS);
    }

    /**
     * Sets what stands before the Media Segment that is not yet complete, whose parts are behind the last one. Its keys and
     * initialization section are those that it has in the playlist that this builder started with.
     *
     * @param seam the lines; without parts they are not written
     * @return this builder
     */
    public MediaPlaylistBuilder openSegmentSeam(Seam seam) {
        openSeam = seam;
        return this;
    }

    /**
     * Sets what will be needed soon: EXT-X-PRELOAD-HINT, behind the last segment. Hints elsewhere go.
     *
     * @param hints the hints in order; an empty list for none
     * @return this builder
     */
    public MediaPlaylistBuilder preloadHints(List<PreloadHint> hints) {
        removeFromSegments(HlsTag.PRELOAD_HINT);
        return trailing(
                HlsTag.PRELOAD_HINT, hints.stream().map(AttributeTag::line).toList(), BEHIND_HINTS);
    }

    /**
     * Sets how far other renditions are: EXT-X-RENDITION-REPORT, behind the last segment. Reports elsewhere go.
     *
     * @param reports the reports in order; an empty list for none
     * @return this builder
     */
    public MediaPlaylistBuilder renditionReports(List<RenditionReport> reports) {
        removeFromSegments(HlsTag.RENDITION_REPORT);
        return trailing(
                HlsTag.RENDITION_REPORT,
                reports.stream().map(AttributeTag::line).toList(),
                HlsTag.ENDLIST.bit());
    }

    private MediaPlaylistBuilder trailing(HlsTag tag, List<String> texts, long behind) {
        header.remove(tag);
        int end = trailer.indexOfAny(behind);
        trailer.replaceAll(tag, texts, end < 0 ? trailer.lines().size() : end);
        return this;
    }

    private void removeFromSegments(HlsTag tag) {
        if (runs.stream().anyMatch(run -> (run.origin().tags() & tag.bit()) != 0)) {
            editSegments(segment -> segment.has(tag), builder -> builder.without(tag));
        }
    }

    /** Edits some of the segments that there are so far; the others stay in runs. */
    private void editSegments(
            Predicate<MediaSegment> isConcerned, Function<MediaSegmentBuilder, MediaSegmentBuilder> edit) {
        List<Run> before = List.copyOf(runs);
        clear();
        for (Run run : before) {
            Seam next = run.seam();
            for (MediaSegment segment : run.segments()) {
                MediaSegment kept = isConcerned.test(segment)
                        ? edit.apply(segment.toBuilder()).build()
                        : segment;
                addRun(kept.origin(), kept.index(), kept.index() + 1, next, run.shift());
                next = Seam.NONE;
            }
        }
    }

    /**
     * Adds a tag of the caller's own to the header, behind others that are there: before the last tag that applies to the
     * playlist as a whole, since what stands behind it belongs to the first segment. For the trailer there is {@link
     * #addTrailingLine}.
     *
     * @param <T> what the value is in Java
     * @param tag the definition
     * @param value the value
     * @return this builder
     * @throws IllegalArgumentException if the written value holds CR, LF or NUL
     */
    public <T> MediaPlaylistBuilder add(CustomTag<T> tag, T value) {
        int at = header.lines().size();
        for (int i = 0; i < header.lines().size(); i++) {
            boolean isLast = header.lines().get(i).isIn(HeaderValues.TAGS & ~HlsTag.EXTM3U.bit());
            at = isLast ? i : at;
        }
        header.insert(at, tag.line(value));
        return this;
    }

    /**
     * Replaces or removes a tag of the caller's own wherever it stands, also among the lines of the segments that there
     * are so far; each line stays in its place.
     *
     * @param <T> what the value is in Java
     * @param tag the definition; lines that it cannot read stay
     * @param edit takes each value; gives the one to stand there instead, an equal one to keep the line byte for byte, or
     *     empty to remove it
     * @return this builder
     * @throws IllegalArgumentException if a written value holds CR, LF or NUL
     */
    public <T> MediaPlaylistBuilder edit(CustomTag<T> tag, Function<T, Optional<T>> edit) {
        header.edit(line -> tag.edited(line, edit));
        trailer.edit(line -> tag.edited(line, edit));
        editSegments(segment -> segment.lines().stream().anyMatch(tag::is), builder -> builder.edit(tag, edit));
        return this;
    }

    /**
     * Removes all lines of a tag of the caller's own, those too that cannot be read, also from the segments that there are
     * so far.
     *
     * @param tag the definition
     * @return this builder
     */
    public MediaPlaylistBuilder remove(CustomTag<?> tag) {
        header.removeIf(tag::is);
        trailer.removeIf(tag::is);
        editSegments(segment -> segment.lines().stream().anyMatch(tag::is), builder -> builder.remove(tag));
        return this;
    }

    /**
     * Adds a tag or comment of no segment behind the header's other lines.
     *
     * @param line the line without its end
     * @return this builder
     * @throws IllegalArgumentException if it does not start with {@code #}, holds CR, LF or NUL, or is a tag of segments
     */
    public MediaPlaylistBuilder addHeaderLine(String line) {
        Injection.requireHashLine(line);
        PlaylistLine parsed = PlaylistLine.of(ByteSpan.ofUtf8(line)).get(0);
        if (parsed.tag().filter(tag -> tag.scope() == TagScope.MEDIA_SEGMENT).isPresent()) {
            throw new IllegalArgumentException("a tag of segments cannot stand in the header");
        }
        header.append(line);
        return this;
    }

    /**
     * Replaces or removes lines behind the last segment.
     *
     * @param edit takes each tag or comment line; gives the line to stand there instead, the same line to keep it byte
     *     for byte, or an empty text to remove it
     * @return this builder
     * @throws IllegalArgumentException if a replacement does not start with {@code #} or holds CR, LF or NUL
     */
    public MediaPlaylistBuilder editTrailer(Function<PlaylistLine, String> edit) {
        trailer.edit(edit);
        return this;
    }

    /**
     * Sets the segments. Those that follow each other in the playlist they come from are written as one copy.
     *
     * @param segments the segments in order
     * @return this builder
     */
    public MediaPlaylistBuilder segments(List<MediaSegment> segments) {
        clear();
        return addSegments(segments);
    }

    private void clear() {
        runs.clear();
        plainRuns = new PlainRuns();
    }

    /**
     * Adds segments behind the last one.
     *
     * @param segments the segments in order
     * @return this builder
     */
    public MediaPlaylistBuilder addSegments(List<MediaSegment> segments) {
        return addSegments(segments, Seam.NONE);
    }

    /**
     * Adds segments behind the last one, with lines before the first of them.
     *
     * @param segments the segments in order
     * @param seam what stands before the first one; EXT-X-DISCONTINUITY stands there once, also if the segment has it
     * @return this builder
     */
    public MediaPlaylistBuilder addSegments(List<MediaSegment> segments, Seam seam) {
        if (segments instanceof SegmentList list) {
            addRun(list.origin(), list.from(), list.to(), seam, DateShift.NONE);
        } else {
            Seam next = seam;
            for (MediaSegment segment : segments) {
                addRun(segment.origin(), segment.index(), segment.index() + 1, next, DateShift.NONE);
                next = Seam.NONE;
            }
        }
        return this;
    }

    /**
     * Adds segments of a playlist behind the last one: the way to splice that costs least.
     *
     * @param source the playlist that has them
     * @param from the index of the first one
     * @param to the index behind the last one
     * @param seam what stands before the first one
     * @param shift how far dates among their lines move
     * @return this builder
     * @throws IndexOutOfBoundsException if the playlist has no such segments
     */
    public MediaPlaylistBuilder addSegments(MediaPlaylist source, int from, int to, Seam seam, DateShift shift) {
        SegmentOrigin origin = source.origin();
        Objects.checkFromToIndex(from, to, origin.count());
        addRun(origin, from, to, seam, shift);
        return this;
    }

    /**
     * Adds a segment behind the last one.
     *
     * @param segment the segment
     * @return this builder
     */
    public MediaPlaylistBuilder addSegment(MediaSegment segment) {
        return addSegment(segment, Seam.NONE, DateShift.NONE);
    }

    /**
     * Adds a segment behind the last one, with lines before it.
     *
     * @param segment the segment
     * @param seam what stands before it
     * @param shift how far dates among its lines move
     * @return this builder
     */
    public MediaPlaylistBuilder addSegment(MediaSegment segment, Seam seam, DateShift shift) {
        addRun(segment.origin(), segment.index(), segment.index() + 1, seam, shift);
        return this;
    }

    private void addRun(SegmentOrigin origin, int from, int to, Seam seam, DateShift shift) {
        if (from == to) {
            return;
        }
        plainRuns.add(origin, from, to, seam, shift);
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).isContinuedBy(origin, from, seam, shift)) {
            runs.set(last, runs.get(last).upTo(to));
        } else {
            runs.add(new Run(origin, from, to, seam, shift));
        }
    }

    /** {@return the playlist} */
    public MediaPlaylist build() {
        if (hoisted == 0 && !isOriginal()) {
            hoistMisplacedLines();
        }
        OpenSegment open = OpenSegment.of(original, trailer.toSpan(), openSeam);
        ByteRope plain = open == null || open.isPlain()
                ? plainRuns.take(
                        header.toSpan(), trailer.toSpan(), header.lineEnd(), (strip | hoisted) & HeaderValues.TAGS)
                : null;
        return plain == null ? assembled(open) : new MediaPlaylist(plain);
    }

    /** {@return a playlist of the header's lines alone, without segments and what stands behind them: for {@link #headerOf}} */
    public MediaPlaylist buildHeader() {
        if (hoisted == 0) {
            hoistMisplacedLines();
        }
        return new MediaPlaylist(ByteRope.of(header.toSpan()));
    }

    private MediaPlaylist assembled(@Nullable OpenSegment open) {
        boolean sameNumbers = header.isUntouched() && trailer.isUntouched() && strip == 0;
        return new Assembly(header, trailer, open, strip | hoisted, runs.size(), skips)
                .assemble(runs, sameNumbers ? OptionalLong.of(originalMediaSequence) : OptionalLong.empty());
    }

    private boolean isOriginal() {
        return original.isEmpty()
                ? runs.isEmpty()
                : runs.size() == 1 && runs.get(0).isAllOf(original);
    }

    /** Lines that apply to the whole playlist but stand among those of a segment must not move or leave with it. */
    private void hoistMisplacedLines() {
        hoisted = HeaderValues.TAGS;
        if (original.isEmpty() || (original.get(0).origin().tags() & HeaderValues.TAGS) == 0) {
            return;
        }
        for (MediaSegment segment : original) {
            if ((segment.tags() & HeaderValues.TAGS & ~strip) != 0) {
                segment.lines().stream()
                        .filter(line -> line.isIn(HeaderValues.TAGS & ~strip))
                        .forEach(this::hoist);
            }
        }
    }

    private void hoist(PlaylistLine line) {
        HlsTag tag = line.tag().orElseThrow();
        if (tag == HlsTag.ENDLIST) {
            endList(true);
        } else if (tag == HlsTag.DEFINE || header.indexOf(tag) < 0) {
            header.append(line.text());
        }
    }
}
