package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.PlaylistType;
import dev.hemstitch.core.model.TagScope;
import dev.hemstitch.core.text.UnsignedIntegers;
import java.util.List;
import java.util.Optional;

/** Tags of a Media Playlist as a whole (4.4.3) but those for low latency. */
final class MediaPlaylistTagRules implements PlaylistRule {
    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.media().isEmpty()) {
            return;
        }
        for (HlsTag tag : HlsTag.values()) {
            if (tag.scope() == TagScope.MEDIA_PLAYLIST) {
                repeated(tag, playlist.all(tag), findings);
            }
        }
        targetDuration(playlist, findings);
        mediaSequence(playlist, findings);
        discontinuitySequence(playlist, findings);
        playlistType(playlist, findings);
    }

    private static void repeated(HlsTag tag, List<PlacedLine> lines, Findings findings) {
        lines.stream()
                .skip(1)
                .forEach(line -> findings.report(
                        DiagnosticCode.DUPLICATE_MEDIA_PLAYLIST_TAG,
                        line,
                        tag.tagName() + " stands again; the first one is on line "
                                + lines.get(0).number()));
    }

    private static void targetDuration(CheckedPlaylist playlist, Findings findings) {
        DiagnosticCode code = DiagnosticCode.MISSING_TARGET_DURATION;
        Optional<PlacedLine> line = playlist.first(HlsTag.TARGETDURATION);
        if (line.isEmpty()) {
            findings.reportWhole(code, "the playlist has no EXT-X-TARGETDURATION");
            return;
        }
        Optional<Long> seconds = UnsignedIntegers.parse(line.get().value());
        if (seconds.isEmpty() || seconds.get() == 0) {
            findings.report(
                    code,
                    line.get().valueLocation(),
                    "EXT-X-TARGETDURATION is no integer of at least 1: "
                            + Diagnostic.echo(line.get().value()));
        }
    }

    private static void mediaSequence(CheckedPlaylist playlist, Findings findings) {
        playlist.first(HlsTag.MEDIA_SEQUENCE)
                .filter(line -> isBehindSegment(line, playlist))
                .ifPresent(line -> findings.report(
                        DiagnosticCode.MEDIA_SEQUENCE_TOO_LATE,
                        line,
                        "EXT-X-MEDIA-SEQUENCE stands behind the first segment"));
    }

    private static void discontinuitySequence(CheckedPlaylist playlist, Findings findings) {
        Optional<PlacedLine> first = playlist.first(HlsTag.DISCONTINUITY_SEQUENCE);
        if (first.isEmpty()) {
            return;
        }
        PlacedLine line = first.get();
        if (isBehindSegment(line, playlist)) {
            findings.report(
                    DiagnosticCode.DISCONTINUITY_SEQUENCE_TOO_LATE,
                    line,
                    "EXT-X-DISCONTINUITY-SEQUENCE stands behind the first segment");
        } else if (playlist.first(HlsTag.DISCONTINUITY)
                .filter(discontinuity -> discontinuity.number() < line.number())
                .isPresent()) {
            findings.report(
                    DiagnosticCode.DISCONTINUITY_SEQUENCE_AFTER_DISCONTINUITY,
                    line,
                    "EXT-X-DISCONTINUITY-SEQUENCE stands behind an EXT-X-DISCONTINUITY");
        }
    }

    private static boolean isBehindSegment(PlacedLine line, CheckedPlaylist playlist) {
        List<PlacedSegment> segments = playlist.segments();
        return !segments.isEmpty() && segments.get(0).uriLine().number() < line.number();
    }

    private static void playlistType(CheckedPlaylist playlist, Findings findings) {
        for (PlacedLine line : playlist.all(HlsTag.PLAYLIST_TYPE)) {
            String type = line.value();
            if (!type.equals(PlaylistType.EVENT.value()) && !type.equals(PlaylistType.VOD.value())) {
                findings.report(
                        DiagnosticCode.UNKNOWN_PLAYLIST_TYPE,
                        line.valueLocation(),
                        "EXT-X-PLAYLIST-TYPE is neither EVENT nor VOD: " + Diagnostic.echo(type));
            }
        }
        playlist.first(HlsTag.PLAYLIST_TYPE)
                .filter(line -> line.value().equals(PlaylistType.VOD.value()) && !playlist.has(HlsTag.ENDLIST))
                .ifPresent(line -> findings.report(
                        DiagnosticCode.VOD_WITHOUT_ENDLIST,
                        line,
                        "EXT-X-PLAYLIST-TYPE is VOD, so nothing will be added, but there is no EXT-X-ENDLIST"));
    }
}
