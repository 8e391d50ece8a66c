package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.PlaylistType;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.Decimals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tags of the whole playlist in the Media Playlists of a presentation (6.2.4). */
final class HeaderAcrossRules implements PresentationRule {
    @Override
    public void check(CheckedPresentation presentation) {
        List<CheckedTrack> tracks = presentation.mediaTracks();
        checkTargetDurations(tracks);
        checkTypes(tracks);
        checkServerControl(tracks);
    }

    private static void checkTargetDurations(List<CheckedTrack> tracks) {
        List<CheckedTrack> bound = tracks.stream()
                .filter(track -> track.media().targetDuration().isPresent() && !mayDiffer(track))
                .toList();
        Optional<Long> common = MostCommon.of(bound.stream()
                .map(track -> track.media().targetDuration().getAsLong())
                .toList());
        for (CheckedTrack track : bound) {
            long target = track.media().targetDuration().getAsLong();
            if (target != common.orElse(target)) {
                String message = "the target duration is " + Long.toUnsignedString(target)
                        + ", that of other Media Playlists of the presentation "
                        + Long.toUnsignedString(common.get());
                track.playlist()
                        .first(HlsTag.TARGETDURATION)
                        .ifPresent(line -> track.findings()
                                .report(DiagnosticCode.TARGET_DURATIONS_DIFFER, line.valueLocation(), message));
            }
        }
    }

    private static boolean mayDiffer(CheckedTrack track) {
        MediaPlaylist media = track.media();
        boolean isVod = media.playlistType().filter(PlaylistType.VOD::equals).isPresent();
        return isVod && (track.isSubtitles() || media.iFramesOnly());
    }

    private static void checkTypes(List<CheckedTrack> tracks) {
        Optional<PlaylistType> common = MostCommon.of(tracks.stream()
                .flatMap(track -> track.media().playlistType().stream())
                .filter(HeaderAcrossRules::isKnown)
                .toList());
        if (common.isEmpty()) {
            return;
        }
        String wanted = common.get().value();
        for (CheckedTrack track : tracks) {
            Optional<PlacedLine> line = track.playlist().first(HlsTag.PLAYLIST_TYPE);
            Optional<PlaylistType> type = track.media().playlistType();
            if (line.isEmpty()) {
                String message =
                        "EXT-X-PLAYLIST-TYPE is missing, other Media Playlists of the presentation have " + wanted;
                track.findings().reportWhole(DiagnosticCode.PLAYLIST_TYPES_DIFFER, message);
            } else if (type.filter(HeaderAcrossRules::isKnown).isPresent() && !type.equals(common)) {
                String message = "the playlist type is " + type.get().value()
                        + ", that of other Media Playlists of the presentation " + wanted;
                track.findings()
                        .report(DiagnosticCode.PLAYLIST_TYPES_DIFFER, line.get().valueLocation(), message);
            }
        }
    }

    private static boolean isKnown(PlaylistType type) {
        return type.equals(PlaylistType.VOD) || type.equals(PlaylistType.EVENT);
    }

    private static void checkServerControl(List<CheckedTrack> tracks) {
        Optional<Map<String, String>> common = MostCommon.of(tracks.stream()
                .flatMap(track -> track.playlist().first(HlsTag.SERVER_CONTROL).stream())
                .map(HeaderAcrossRules::attributes)
                .toList());
        if (common.isEmpty()) {
            return;
        }
        for (CheckedTrack track : tracks) {
            Optional<PlacedLine> line = track.playlist().first(HlsTag.SERVER_CONTROL);
            if (line.isEmpty()) {
                String message = "EXT-X-SERVER-CONTROL is missing, other Media Playlists of the presentation have it";
                track.findings().reportWhole(DiagnosticCode.SERVER_CONTROL_DIFFERS, message);
            } else if (!attributes(line.get()).equals(common.get())) {
                String message = "other Media Playlists of the presentation have EXT-X-SERVER-CONTROL with "
                        + Diagnostic.echo(common.get().toString());
                track.findings().report(DiagnosticCode.SERVER_CONTROL_DIFFERS, line.get(), message);
            }
        }
    }

    /** The attributes by name; numbers without needless zeros. */
    private static Map<String, String> attributes(PlacedLine line) {
        Map<String, String> attributes = new TreeMap<>();
        line.attributes().asMap().forEach((name, value) -> attributes.put(name, plain(value)));
        return attributes;
    }

    private static String plain(AttributeValue value) {
        return Decimals.parse(value.text())
                .map(number ->
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString())
                .orElse(value.toString());
    }
}
