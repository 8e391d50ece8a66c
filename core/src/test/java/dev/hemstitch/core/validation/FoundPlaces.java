package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.parser.PlaylistParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a rule finds something: {@code LINE:COLUMN}, in presentations with the file before it. */
final class FoundPlaces {
    private FoundPlaces() {}

    static List<String> of(DiagnosticCode code, String... lines) {
        return of(code, PlaylistValidator.of(ValidationProfile.APPLE).validate(received(lines)));
    }

    private static List<String> of(DiagnosticCode code, ValidationReport report) {
        return report.findings().stream()
                .filter(finding -> finding.code() == code)
                .map(finding -> finding.location().toString())
                .toList();
    }

    static ReceivedPlaylist received(String... lines) {
        return ReceivedPlaylist.of(PlaylistParser.lenient().parse(String.join("\n", lines) + "\n"));
    }

    /** In a Multivariant Playlist with one variant for each of the Media Playlists {@code 0.m3u8}, {@code 1.m3u8}... */
    static List<String> across(DiagnosticCode code, String... mediaPlaylists) {
        List<String> lines = new ArrayList<>(List.of("#EXTM3U"));
        Map<String, ReceivedPlaylist> playlists = new LinkedHashMap<>();
        for (String playlist : mediaPlaylists) {
            String uri = playlists.size() + ".m3u8";
            lines.add("#EXT-X-STREAM-INF:BANDWIDTH=1000");
            lines.add(uri);
            playlists.put(uri, received(playlist.strip()));
        }
        return across(code, String.join("\n", lines), playlists);
    }

    static List<String> across(DiagnosticCode code, String multivariant, Map<String, ReceivedPlaylist> playlists) {
        PresentationReport report =
                PlaylistValidator.of(ValidationProfile.APPLE).validate(received(multivariant), playlists);
        List<String> found = new ArrayList<>(of(code, report.multivariant()));
        report.mediaPlaylists()
                .forEach((uri, ofTrack) -> of(code, ofTrack).forEach(place -> found.add(uri + ":" + place)));
        return found;
    }

    /** A playlist with a date and segments of six seconds behind some lines. */
    static String[] media(String... lines) {
        List<String> all = new ArrayList<>(List.of("#EXTM3U", "#EXT-X-VERSION:3", "#EXT-X-TARGETDURATION:6"));
        all.addAll(List.of(lines));
        all.addAll(List.of("#EXT-X-PROGRAM-DATE-TIME:2026-03-01T12:00:00.000Z", "#EXTINF:6.0,", "s0.ts"));
        return all.toArray(String[]::new);
    }
}
