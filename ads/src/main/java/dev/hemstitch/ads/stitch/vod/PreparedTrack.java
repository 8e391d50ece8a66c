package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.ads.stitch.DatePolicy;
import dev.hemstitch.ads.stitch.SharedDateRanges;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.uri.UriRebase;
import dev.hemstitch.core.validation.CompatibilityVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A track of the content as it reads at its output place, and what splicing needs to know of it. */
final class PreparedTrack {
    private static final int[] NONE = {};

    private final int index;
    private final Track track;
    private final String uri;
    private final MediaPlaylist moved;
    private final MediaPlaylist playlist;
    private final List<MediaSegment> segments;
    private final long targetDuration;
    private final int neededVersion;
    private final boolean hasImplicitIvs;
    private final boolean hasDateRanges;
    private final boolean hasTrailingDateRanges;
    private final boolean isDated;
    private final int[] edited;
    private volatile @Nullable TrackDates dates;
    private volatile @Nullable DateRangeTimes dateRangeTimes;
    private volatile @Nullable Frame frame;

    /** The playlist's header, saying what an output must say. */
    private record Frame(HeaderNeeds needs, MediaPlaylist playlist) {}

    /**
     * @param ranges which date ranges of the content it must have; empty if no new ones are added
     */
    PreparedTrack(int index, Track track, String uri, DatePolicy policy, Optional<SharedDateRanges> ranges) {
        this.index = index;
        this.track = track;
        this.uri = uri;
        UriRebase rebase = new UriRebase(track.uri(), uri);
        this.moved = rebase.isIdentity() ? track.playlist() : track.playlist().mapUris(rebase);
        this.playlist = TrailingTags.inHeader(
                ended(ranges.map(shared -> shared.complete(index, moved, uri)).orElse(moved)));
        this.segments = playlist.segments();
        this.targetDuration = playlist.targetDuration().orElseGet(() -> AdTrack.longest(playlist));
        this.neededVersion = CompatibilityVersion.of(playlist).version();
        this.hasImplicitIvs = AdTrack.hasImplicitIvs(playlist);
        this.hasTrailingDateRanges = playlist.trailer().stream().anyMatch(DateEdits::isDateRange);
        this.hasDateRanges = hasTrailingDateRanges || playlist.segmentsHave(HlsTag.DATERANGE);
        this.isDated = !segments.isEmpty() && segments.get(0).programDateTime().isPresent();
        this.edited = edited(policy);
    }

    /** The playlist with EXT-X-ENDLIST, where it has it, once and behind all else. */
    private static MediaPlaylist ended(MediaPlaylist playlist) {
        boolean inPlace =
                playlist.trailer().stream().filter(PreparedTrack::ends).count() == 1
                        && playlist.header().stream().noneMatch(PreparedTrack::ends)
                        && !playlist.segmentsHave(HlsTag.ENDLIST);
        return inPlace || !playlist.endList()
                ? playlist
                : playlist.toBuilder().endList(true).build();
    }

    private static boolean ends(PlaylistLine line) {
        return line.is(HlsTag.ENDLIST);
    }

    /** Dates that move do so while they are copied; those that go need an edit. */
    private int[] edited(DatePolicy policy) {
        return policy != DatePolicy.DROP
                ? NONE
                : IntStream.range(0, segments.size())
                        .filter(i -> segments.get(i).has(HlsTag.DATERANGE)
                                || segments.get(i).has(HlsTag.PROGRAM_DATE_TIME))
                        .toArray();
    }

    /** Where it stands among the content's tracks. */
    int index() {
        return index;
    }

    Track track() {
        return track;
    }

    /** Where the output will stand. */
    String uri() {
        return uri;
    }

    /** The playlist without any ad. */
    MediaPlaylist moved() {
        return moved;
    }

    /** The playlist to splice, EXT-X-ENDLIST and other tags of the whole playlist where they belong. */
    MediaPlaylist playlist() {
        return playlist;
    }

    List<MediaSegment> segments() {
        return segments;
    }

    /** Its own target duration in seconds; where it has none, the least that its segments allow. */
    long targetDuration() {
        return targetDuration;
    }

    /** The version that it says it needs. */
    long declaredVersion() {
        return playlist.version().orElse(1);
    }

    /** The lowest version that allows all that it holds. */
    int neededVersion() {
        return neededVersion;
    }

    /** Whether an initialization vector is a Media Sequence Number. */
    boolean hasImplicitIvs() {
        return hasImplicitIvs;
    }

    boolean hasDateRanges() {
        return hasDateRanges;
    }

    /** Whether some stand behind the last segment. */
    boolean hasTrailingDateRanges() {
        return hasTrailingDateRanges;
    }

    /**
     * With which times its date ranges move; empty if it has none.
     *
     * @param content the dates of the content, which are the same for all viewers
     */
    Optional<DateRangeTimes> dateRangeTimes(TrackDates content) {
        if (!hasDateRanges) {
            return Optional.empty();
        }
        DateRangeTimes known = dateRangeTimes;
        if (known == null) {
            known = new DateRangeTimes(playlist, content);
            dateRangeTimes = known;
        }
        return Optional.of(known);
    }

    /** The dates of its segments; only if it is dated. */
    TrackDates dates() {
        TrackDates known = dates;
        if (known == null) {
            known = TrackDates.written(segments);
            dates = known;
        }
        return known;
    }

    /** Whether each segment has a date, written or reckoned. */
    boolean isDated() {
        return isDated;
    }

    /** The indices, ascending, of the segments whose dates go. */
    int[] edited() {
        return edited;
    }

    /** The header of an output, as a playlist of nothing else. Rendered once for outputs that need the same; the last is remembered. */
    MediaPlaylist header(HeaderNeeds needs) {
        Frame known = frame;
        if (known == null || !known.needs.equals(needs)) {
            known = new Frame(needs, needs.header(playlist));
            frame = known;
        }
        return known.playlist;
    }
}
