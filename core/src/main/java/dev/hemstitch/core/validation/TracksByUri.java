package dev.hemstitch.core.validation;

import dev.hemstitch.core.uri.UriReferences;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Media Playlists of a presentation by where they are; delivery directives and other queries may differ. */
final class TracksByUri {
    private final CheckedPresentation presentation;
    private final Map<String, CheckedTrack> exact = new HashMap<>();
    private final Map<String, CheckedTrack> byPath = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    TracksByUri(CheckedPresentation presentation) {
        this.presentation = presentation;
        for (CheckedTrack track : presentation.mediaTracks()) {
            String uri = presentation.base(track);
            exact.putIfAbsent(uri, track);
            if (byPath.putIfAbsent(path(uri), track) != null) {
                ambiguous.add(path(uri));
            }
        }
    }

    private static String path(String uri) {
        int end = uri.length();
        for (int i = 0; i < end; i++) {
            if (uri.charAt(i) == '?' || uri.charAt(i) == '#') {
                end = i;
            }
        }
        return uri.substring(0, end);
    }

    /** The playlist that a URI in another one leads to; empty if it is not known for certain. */
    Optional<CheckedTrack> find(CheckedTrack from, String uri) {
        String target = UriReferences.resolve(presentation.base(from), uri);
        CheckedTrack found = exact.get(target);
        String path = path(target);
        return found != null || ambiguous.contains(path)
                ? Optional.ofNullable(found)
                : Optional.ofNullable(byPath.get(path));
    }

    /** Whether a URI in a playlist may lead to one of several that differ in their queries. */
    boolean isAmbiguous(CheckedTrack from, String uri) {
        return ambiguous.contains(path(UriReferences.resolve(presentation.base(from), uri)));
    }
}
