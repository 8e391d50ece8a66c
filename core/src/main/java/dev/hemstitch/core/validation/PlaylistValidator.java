package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.Rendition;
import dev.hemstitch.core.model.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks playlists against RFC 8216bis: one alone, one with its URI and Content-Type, or a Multivariant Playlist together
 * with its Media Playlists. Two snapshots of a live playlist are for {@code ReloadChecker}.
 *
 * <p>Immutable and safe for use by several threads. Its time grows with the length of the playlists.
 */
public final class PlaylistValidator {
    private final ValidationProfile profile;

    private PlaylistValidator(ValidationProfile profile) {
        this.profile = profile;
    }

    /**
     * A validator.
     *
     * @param profile by whose measure it judges
     * @return the validator
     */
    public static PlaylistValidator of(ValidationProfile profile) {
        return new PlaylistValidator(profile);
    }

    /**
     * Checks a playlist of which only the text is known.
     *
     * @param playlist the playlist
     * @return what was found
     */
    public ValidationReport validate(Playlist playlist) {
        return validate(ReceivedPlaylist.of(playlist));
    }

    /**
     * Checks a playlist and how it came; rules about its URI or Content-Type are passed over as far as they are unknown.
     *
     * @param received the playlist
     * @return what was found
     */
    public ValidationReport validate(ReceivedPlaylist received) {
        Findings findings = new Findings(profile::severity);
        check(received, laidOut(received, Variables.NONE), findings);
        return new ValidationReport(findings.inOrder());
    }

    /**
     * Checks a Multivariant Playlist together with its Media Playlists.
     *
     * @param multivariant the Multivariant Playlist
     * @param playlists the playlists that it names, by the URI that names them, variables replaced; those that cannot be
     *     had are left out
     * @return what was found about each
     */
    public PresentationReport validate(ReceivedPlaylist multivariant, Map<String, ReceivedPlaylist> playlists) {
        Findings findings = new Findings(profile::severity);
        CheckedPlaylist laidOut = laidOut(multivariant, Variables.NONE);
        check(multivariant, laidOut, findings);
        List<CheckedTrack> tracks = new ArrayList<>();
        namedBy(laidOut).forEach((uri, lines) -> {
            ReceivedPlaylist received = playlists.get(uri);
            if (received != null) {
                CheckedPlaylist track = laidOut(received, laidOut.variables());
                Findings ofTrack = new Findings(profile::severity);
                check(received, track, ofTrack);
                tracks.add(new CheckedTrack(uri, lines, received.uri(), track, ofTrack));
            }
        });
        CheckedPresentation presentation =
                new CheckedPresentation(laidOut, multivariant.uri(), findings, List.copyOf(tracks));
        Rules.OF_PRESENTATION.forEach(rule -> rule.check(presentation));
        Map<String, ValidationReport> reports = new LinkedHashMap<>();
        tracks.forEach(track ->
                reports.put(track.uri(), new ValidationReport(track.findings().inOrder())));
        return new PresentationReport(new ValidationReport(findings.inOrder()), reports);
    }

    private static CheckedPlaylist laidOut(ReceivedPlaylist received, Variables multivariant) {
        Playlist playlist = received.playlist();
        return CheckedPlaylist.of(
                playlist, Variables.of(playlist, multivariant, received.uri().orElse("")));
    }

    private static void check(ReceivedPlaylist received, CheckedPlaylist playlist, Findings findings) {
        Rules.OF_PLAYLIST.forEach(rule -> rule.check(playlist, findings));
        Rules.OF_RECEIVED.forEach(rule -> rule.check(received, playlist, findings));
    }

    /** The tags that name each playlist, by its URI, in order. */
    private static Map<String, List<PlacedLine>> namedBy(CheckedPlaylist multivariant) {
        Map<String, List<PlacedLine>> named = new LinkedHashMap<>();
        Optional<PlacedLine> variant = Optional.empty();
        for (PlacedLine line : multivariant.lines()) {
            if (line.is(HlsTag.STREAM_INF)) {
                variant = Optional.of(line);
            } else if (line.isUri()) {
                variant.ifPresent(tag -> named.computeIfAbsent(line.uri(), uri -> new ArrayList<>())
                        .add(tag));
                variant = Optional.empty();
            } else if (line.is(HlsTag.MEDIA) || line.is(HlsTag.I_FRAME_STREAM_INF)) {
                line.text(Rendition.URI.name())
                        .ifPresent(uri -> named.computeIfAbsent(uri, u -> new ArrayList<>())
                                .add(line));
            }
        }
        return named;
    }
}
