package dev.hemstitch.ads.matching;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import java.util.List;
import java.util.Locale;

/**
 * What wraps the media of a playlist, as far as the playlist shows it. No tag ends what EXT-X-MAP puts in force, so
 * segments with and without one cannot stand in one playlist.
 */
public enum Container {
    /** Fragmented MP4: the segments have an initialization section. */
    FMP4,
    /** MP4 by its name suffix, but the segments have no initialization section: they play behind such segments at most. */
    MP4_WITHOUT_MAP,
    /** MPEG-2 Transport Stream: no initialization section, and no other name suffix. */
    MPEG_TS,
    /** Elementary audio with ID3 time stamps. */
    PACKED_AUDIO,
    /** WebVTT subtitles. */
    WEBVTT;

    private static final List<String> AUDIO_SUFFIXES = List.of(".aac", ".mp3", ".ac3", ".ec3", ".eac3", ".ac4");
    private static final List<String> MP4_SUFFIXES =
            List.of(".m4s", ".mp4", ".m4v", ".m4a", ".cmfv", ".cmfa", ".cmft", ".m4f");
    private static final List<String> TEXT_SUFFIXES = List.of(".vtt", ".webvtt");

    /**
     * The container of a playlist's segments.
     *
     * @param playlist a playlist with at least one segment
     * @return the container of its first segment
     */
    public static Container of(MediaPlaylist playlist) {
        MediaSegment first = playlist.segments().get(0);
        if (first.map().isPresent()) {
            return FMP4;
        }
        String path = path(first.uri());
        if (TEXT_SUFFIXES.stream().anyMatch(path::endsWith)) {
            return WEBVTT;
        }
        if (MP4_SUFFIXES.stream().anyMatch(path::endsWith)) {
            return MP4_WITHOUT_MAP;
        }
        return AUDIO_SUFFIXES.stream().anyMatch(path::endsWith) ? PACKED_AUDIO : MPEG_TS;
    }

    /** Whether all segments have a container in common with the first one, as far as initialization sections tell. */
    static boolean isUniform(MediaPlaylist playlist) {
        return playlist.segments().get(0).map().isPresent() || !playlist.segmentsHave(HlsTag.MAP);
    }

    private static String path(String uri) {
        int end = uri.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = uri.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return uri.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
