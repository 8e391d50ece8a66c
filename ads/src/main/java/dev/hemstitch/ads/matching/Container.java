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
    /** MPEG-2 Transport Stream by its name suffix, without an initialization section. */
    MPEG_TS,
    /** Elementary audio with ID3 time stamps. */
    PACKED_AUDIO,
    /** WebVTT subtitles. */
    WEBVTT,
    /** Without an initialization section, and of a name that tells nothing: MPEG-2 Transport Stream mostly. */
    UNKNOWN;

    private static final List<String> AUDIO_SUFFIXES = List.of(".aac", ".mp3", ".ac3", ".ec3", ".eac3", ".ac4");
    private static final List<String> MP4_SUFFIXES =
            List.of(".m4s", ".mp4", ".m4v", ".m4a", ".cmfv", ".cmfa", ".cmft", ".m4f");
    private static final List<String> STREAM_SUFFIXES = List.of(".ts", ".m2ts", ".mpegts", ".tsv", ".tsa");
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
        if (STREAM_SUFFIXES.stream().anyMatch(path::endsWith)) {
            return MPEG_TS;
        }
        return AUDIO_SUFFIXES.stream().anyMatch(path::endsWith) ? PACKED_AUDIO : UNKNOWN;
    }

    /** Whether all segments have a container in common with the first one, as far as initialization sections tell. */
    static boolean isUniform(MediaPlaylist playlist) {
        return playlist.segments().get(0).map().isPresent() || !playlist.segmentsHave(HlsTag.MAP);
    }

    /**
     * Whether media of another container can be of this one: it is the same, or unknown and not told to be another. Where
     * audio is packed, CODECS has to say what is in it.
     */
    boolean mayBe(Container other, boolean codecsKnown) {
        return this == other
                || (this == UNKNOWN && other.mayBeUnknown(codecsKnown))
                || (other == UNKNOWN && mayBeUnknown(codecsKnown));
    }

    private boolean mayBeUnknown(boolean codecsKnown) {
        return this == MPEG_TS || this == WEBVTT || (this == PACKED_AUDIO && codecsKnown);
    }

    /** The path without its last segment's parameters. */
    private static String path(String uri) {
        int end = uri.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = uri.indexOf(mark);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        String path = uri.substring(0, end).toLowerCase(Locale.ROOT);
        int parameters = path.indexOf(';', path.lastIndexOf('/') + 1);
        return parameters < 0 ? path : path.substring(0, parameters);
    }
}
