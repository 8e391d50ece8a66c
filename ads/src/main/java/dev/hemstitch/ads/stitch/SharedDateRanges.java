package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.model.TrackKind;
import dev.hemstitch.core.model.DateShift;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.Seam;
import dev.hemstitch.core.uri.UriRebase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which playlists of a presentation get new date ranges. All that have any must have the same ones (RFC 8216bis, 6.2.4), but
 * not all need have any. If none has, all get the new ones. If some have, those get them, and so does each variant, since
 * a player looks for them there first; a variant that had none gets those of the content too. Immutable.
 */
public final class SharedDateRanges {
    private final List<Track> tracks;
    private final Optional<Track> source;

    /**
     * Looks for the date ranges of a presentation.
     *
     * @param content the presentation
     */
    public SharedDateRanges(Presentation content) {
        this.tracks = content.tracks();
        this.source = tracks.stream().filter(SharedDateRanges::hasRanges).findFirst();
    }

    private static boolean hasRanges(Track track) {
        return !track.playlist().dateRanges().isEmpty();
    }

    /**
     * Whether a track gets new date ranges.
     *
     * @param track the index of a track of the presentation
     * @return whether it does
     */
    public boolean reach(int track) {
        return source.isEmpty() || tracks.get(track).kind() == TrackKind.MAIN || hasRanges(tracks.get(track));
    }

    /**
     * A playlist with the date ranges of the content that it must have if it gets new ones.
     *
     * @param track the index of a track of the presentation
     * @param playlist its playlist as it reads where it will stand
     * @param uri where that is
     * @return the playlist; the same one if it lacks none
     */
    public MediaPlaylist complete(int track, MediaPlaylist playlist, String uri) {
        boolean lacks = source.isPresent() && reach(track) && !hasRanges(tracks.get(track));
        return lacks && !playlist.segments().isEmpty()
                ? withRanges(
                        playlist,
                        source.get()
                                .playlist()
                                .mapUris(new UriRebase(source.get().uri(), uri)))
                : playlist;
    }

    /** Each line stands before the segment that plays when that one does before which it stands in the other playlist. */
    private static MediaPlaylist withRanges(MediaPlaylist playlist, MediaPlaylist other) {
        Boundaries boundaries = new Boundaries(playlist);
        int last = boundaries.count() - 1;
        Map<Integer, Seam> seams = new TreeMap<>();
        for (MediaSegment segment : other.segments()) {
            if (segment.has(HlsTag.DATERANGE)) {
                int index = Math.min(boundaries.floor(segment.startNanos()), last);
                Seam seam = seams.getOrDefault(index, Seam.NONE);
                for (PlaylistLine line : segment.lines()) {
                    seam = line.is(HlsTag.DATERANGE) ? seam.with(line.text()) : seam;
                }
                seams.put(index, seam);
            }
        }
        MediaPlaylistBuilder builder = playlist.toEmptyBuilder();
        int from = 0;
        Seam seam = Seam.NONE;
        for (Map.Entry<Integer, Seam> next : seams.entrySet()) {
            builder.addSegments(playlist, from, next.getKey(), seam, DateShift.NONE);
            from = next.getKey();
            seam = next.getValue();
        }
        builder.addSegments(playlist, from, boundaries.count(), seam, DateShift.NONE);
        other.trailer().stream()
                .filter(line -> line.is(HlsTag.DATERANGE))
                .forEach(line -> builder.addTrailingLine(line.text()));
        return builder.build();
    }
}
