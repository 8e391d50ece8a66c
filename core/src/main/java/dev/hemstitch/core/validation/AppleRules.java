package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.text.UnsignedIntegers;
import java.util.List;
import java.util.Optional;

/** Apple's guidance for authors about Media Playlists. */
final class AppleRules implements PlaylistRule {
    /** Half of the recommended 6 seconds and twice as much: what lies between is not far off. */
    private static final long SHORTEST = 3;

    private static final long LONGEST = 12;

    private static final List<String> SUBTITLES = List.of(".vtt", ".webvtt");

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.media().isEmpty() || playlist.segments().isEmpty()) {
            return;
        }
        if (!playlist.has(HlsTag.I_FRAMES_ONLY) && !hasSubtitles(playlist.segments())) {
            playlist.first(HlsTag.TARGETDURATION).ifPresent(line -> targetDuration(line, findings));
        }
        boolean isLive = !playlist.has(HlsTag.ENDLIST) && !playlist.has(HlsTag.PLAYLIST_TYPE);
        if (isLive && !playlist.has(HlsTag.PROGRAM_DATE_TIME)) {
            findings.reportWhole(DiagnosticCode.APPLE_LIVE_DATES, "a live playlist without EXT-X-PROGRAM-DATE-TIME");
        }
    }

    private static void targetDuration(PlacedLine line, Findings findings) {
        Optional<Long> seconds = UnsignedIntegers.parse(line.value());
        boolean isFarOff = seconds.isPresent()
                && seconds.get() != 0
                && (Long.compareUnsigned(seconds.get(), SHORTEST) < 0
                        || Long.compareUnsigned(seconds.get(), LONGEST) > 0);
        if (isFarOff) {
            findings.report(
                    DiagnosticCode.APPLE_TARGET_DURATION,
                    line.valueLocation(),
                    "a target duration of " + Long.toUnsignedString(seconds.get()) + " s, where 6 s are recommended");
        }
    }

    /** Subtitles and I-frames may have other target durations than video and sound. */
    private static boolean hasSubtitles(List<PlacedSegment> segments) {
        String uri = segments.get(0).uriLine().uri();
        int query = uri.indexOf('?');
        String path = query < 0 ? uri : uri.substring(0, query);
        return SUBTITLES.stream().anyMatch(path::endsWith);
    }
}
