package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.model.Track;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.Seam;
import dev.hemstitch.core.uri.UriRebase;
import dev.hemstitch.core.validation.CompatibilityVersion;
import org.jspecify.annotations.Nullable;

/**
 * What one track of the content gets of an ad, and what an output needs that has it: found out once, used for each
 * viewer. Immutable but for what it remembers, and safe for use by several threads.
 */
public final class AdTrack {
    private final Track content;
    private final Track source;
    private final MediaPlaylist playlist;
    private final boolean isFiller;
    private final boolean isIndependent;
    private final String explanation;
    private final long targetDuration;
    private final long targetDurationBeforeVersion6;
    private final int neededVersion;
    private final boolean hasImplicitIvs;
    private volatile @Nullable Moved moved;

    /** The playlist as it reads at a place, and behind other segments there. */
    private record Moved(String uri, MediaPlaylist playlist, MediaPlaylist discontinuous) {}

    AdTrack(
            Track content,
            Track source,
            MediaPlaylist playlist,
            boolean isFiller,
            boolean isIndependent,
            String explanation) {
        this.content = content;
        this.source = source;
        this.playlist = playlist;
        this.isFiller = isFiller;
        this.isIndependent = isIndependent;
        this.explanation = explanation;
        this.targetDuration = longest(playlist);
        this.targetDurationBeforeVersion6 = Math.max(1, (longestNanos(playlist) + 999_999_999L) / 1_000_000_000L);
        this.neededVersion = CompatibilityVersion.of(playlist).version();
        this.hasImplicitIvs = hasImplicitIvs(playlist);
    }

    /**
     * Whether an initialization vector of a playlist's segments is their Media Sequence Number.
     *
     * @param playlist the playlist
     * @return whether it is, for one of them at least
     */
    public static boolean hasImplicitIvs(MediaPlaylist playlist) {
        return playlist.segmentsHave(HlsTag.KEY)
                && playlist.segments().stream()
                        .anyMatch(segment -> segment.keys().stream().anyMatch(Key::hasImplicitIv));
    }

    /**
     * The longest segment of a playlist as its target duration must have it (RFC 8216bis, 4.4.3.1).
     *
     * @param playlist the playlist
     * @return seconds, rounded to the nearest one: 6.49 is 6, 6.5 is 7; at least 1
     */
    public static long longest(MediaPlaylist playlist) {
        return Math.max(1, (longestNanos(playlist) + 500_000_000L) / 1_000_000_000L);
    }

    private static long longestNanos(MediaPlaylist playlist) {
        return playlist.segments().stream()
                .mapToLong(MediaSegment::durationNanos)
                .max()
                .orElse(0);
    }

    /** {@return the track of the content} */
    public Track content() {
        return content;
    }

    /** {@return the track of the ad, or filler for it} */
    public Track source() {
        return source;
    }

    /** {@return the segments to splice in, with nothing but what plays: no dates, no cues, no discontinuity first} */
    public MediaPlaylist playlist() {
        return playlist;
    }

    /** {@return whether they are filler} */
    public boolean isFiller() {
        return isFiller;
    }

    /** {@return whether the ad says that each of its segments starts with a frame that needs no other} */
    public boolean isIndependent() {
        return isIndependent;
    }

    /** {@return why this one} */
    public String explanation() {
        return explanation;
    }

    /** {@return the least target duration that its segments allow, in seconds, at least 1} */
    public long targetDuration() {
        return targetDuration;
    }

    /**
     * {@return the least target duration that its segments allow where EXT-X-VERSION is below 6, in seconds, at least 1: there
     * none may be longer at all (RFC 8216bis, 8)}
     */
    public long targetDurationBeforeVersion6() {
        return targetDurationBeforeVersion6;
    }

    /** {@return the lowest EXT-X-VERSION that allows all that its segments hold} */
    public int neededVersion() {
        return neededVersion;
    }

    /** {@return whether an initialization vector of its segments is their Media Sequence Number} */
    public boolean hasImplicitIvs() {
        return hasImplicitIvs;
    }

    /**
     * The segments to splice in, as they must read at another place; the last one asked for is remembered.
     *
     * @param uri the URI of the playlist that they go into
     * @return the playlist, each URI of which resolves from there to what it resolves to from its own place; behind its
     *     segments stands what stands behind any ad that content follows, EXT-X-DISCONTINUITY
     */
    public MediaPlaylist playlistAt(String uri) {
        return moved(uri).playlist;
    }

    /**
     * The same for behind other segments: EXT-X-DISCONTINUITY stands before the first one.
     *
     * @param uri the URI of the playlist that they go into
     * @return the playlist
     */
    public MediaPlaylist discontinuousAt(String uri) {
        return moved(uri).discontinuous;
    }

    private Moved moved(String uri) {
        Moved known = moved;
        if (known == null || !known.uri.equals(uri)) {
            UriRebase rebase = new UriRebase(source.uri(), uri);
            MediaPlaylist here = rebase.isIdentity() ? playlist : playlist.mapUris(rebase);
            MediaPlaylist followed = followed(here.toBuilder());
            MediaPlaylist discontinuous =
                    followed(here.toEmptyBuilder().addSegments(here.segments(), Seam.DISCONTINUITY));
            known = new Moved(uri, followed, discontinuous);
            moved = known;
        }
        return known;
    }

    /** With what stands behind an ad wherever content follows, so that both are copied as one. */
    private static MediaPlaylist followed(MediaPlaylistBuilder ad) {
        return ad.addTrailingLine("#EXT-X-DISCONTINUITY").build();
    }

    /**
     * Whether this is what a track gets.
     *
     * @param track a track of the content
     * @return whether it is; tracks are told apart by identity, not by what they hold
     */
    @SuppressWarnings("ReferenceEquality") // comparing the texts of playlists would cost more than stitching them
    public boolean isFor(Track track) {
        return content == track;
    }
}
