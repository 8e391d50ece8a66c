package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.uri.UriReferences;
import java.util.List;
import java.util.Optional;

/**
 * A Multivariant Playlist with its Media Playlists, laid out for rules.
 *
 * @param multivariant the Multivariant Playlist
 * @param location the URI that the Multivariant Playlist was loaded from; empty if unknown
 * @param findings takes what is found about it
 * @param tracks the playlists that it names and that could be had, in its order, each once
 */
record CheckedPresentation(
        CheckedPlaylist multivariant, Optional<String> location, Findings findings, List<CheckedTrack> tracks) {
    /** {@return the tracks that are Media Playlists} */
    List<CheckedTrack> mediaTracks() {
        return tracks.stream()
                .filter(track -> track.playlist().media().isPresent())
                .toList();
    }

    /** What a track's URIs are relative to: where it was loaded from, else where the Multivariant Playlist says it is. */
    String base(CheckedTrack track) {
        return track.location().orElseGet(() -> UriReferences.resolve(location.orElse(""), track.uri()));
    }
}
