package dev.hemstitch.examples.kit.live;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.core.uri.UriReferences;
import dev.hemstitch.examples.kit.http.AnswerBody;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.playback.EmptySubtitles;
import dev.hemstitch.examples.kit.playback.TitlePlaylists;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A channel as its origin describes it: which renditions it has, and how they are made. Immutable. */
final class LiveChannel {
    private static final String EXTENSION = ".m3u8";

    private final String folder;
    private final TitlePlaylists playlists;
    private final Presentation presentation;
    private final Map<String, String> urisByName = new LinkedHashMap<>();

    /**
     * A channel.
     *
     * @param id the title's id
     * @param playlists its playlists
     */
    LiveChannel(String id, TitlePlaylists playlists) {
        // Not where the playlists will stand, but what makes all URIs of the content absolute, at every service alike.
        this.folder = "http://service.invalid/v/" + id + '/';
        this.playlists = playlists;
        Presentation origin = playlists.presentation();
        List<Track> tracks = new ArrayList<>();
        for (Track track : origin.tracks()) {
            String name = playlists.name(track);
            urisByName.put(name, UriReferences.resolve(origin.uri(), track.name()));
            tracks.add(renamed(track, name));
        }
        this.presentation = new Presentation(origin.uri(), origin.multivariant(), tracks);
    }

    private static Track renamed(Track track, String name) {
        return new Track(
                track.kind(),
                name,
                track.uri(),
                track.playlist(),
                track.variants(),
                track.rendition(),
                track.iFrames());
    }

    TitlePlaylists playlists() {
        return playlists;
    }

    /** The playlists as they were when the channel was read, with the names that renditions have here. */
    Presentation presentation() {
        return presentation;
    }

    /** The rendition whose timeline counts for all. */
    String reference() {
        return presentation.reference().name();
    }

    /**
     * Where a rendition's snapshots are.
     *
     * @throws dev.hemstitch.examples.kit.http.RefusedException if there is none of the name, or not now
     */
    String uri(String rendition) {
        return Optional.ofNullable(urisByName.get(rendition)).orElseThrow(() -> playlists.refusal(rendition));
    }

    /** Where a rendition's stitched playlist seems to stand. */
    String outputUri(String rendition) {
        return folder + rendition + EXTENSION;
    }

    EmptySubtitles filler() {
        return new EmptySubtitles(folder);
    }

    /** The Multivariant Playlist, with the viewer in the URI of each rendition. */
    AnswerBody multivariant(ViewerToken viewer) {
        return AnswerBody.of(presentation
                .multivariant()
                .orElseThrow()
                .mapUris(reference -> uri(UriReferences.resolve(presentation.uri(), reference), viewer)));
    }

    private String uri(String absolute, ViewerToken viewer) {
        return playlists
                .name(absolute)
                .map(name -> name + EXTENSION + "?viewer=" + viewer.value())
                .orElse(absolute);
    }
}
