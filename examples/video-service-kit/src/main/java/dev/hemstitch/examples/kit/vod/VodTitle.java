package dev.hemstitch.examples.kit.vod;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.PreparedVod;
import dev.hemstitch.ads.stitch.vod.VodPlan;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.playback.EmptySubtitles;
import dev.hemstitch.examples.kit.playback.RenditionNames;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A title, made ready once for all viewers. Immutable and safe for use by several threads. */
final class VodTitle {
    private static final String EXTENSION = ".m3u8";

    private final Presentation presentation;
    private final PreparedVod prepared;
    private final Map<String, Track> tracks = new LinkedHashMap<>();

    /**
     * A title.
     *
     * @param id its id
     * @param presentation its playlists, with a Multivariant Playlist
     */
    VodTitle(String id, Presentation presentation) {
        this.presentation = presentation;
        List<Track> all = presentation.tracks();
        List<String> names = RenditionNames.of(all.stream().map(Track::name).toList());
        IdentityHashMap<Track, String> namesByTrack = new IdentityHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            tracks.put(names.get(i), all.get(i));
            namesByTrack.put(all.get(i), names.get(i));
        }
        // Not where the playlists will stand: a name that no origin has makes every URI of the content absolute, and
        // the bytes
        // the same whatever service answers.
        String folder = "http://service.invalid/v/" + id + '/';
        StitchOptions options = StitchOptions.DEFAULT.toBuilder()
                .filler(new EmptySubtitles(folder))
                .build();
        this.prepared = new VodStitcher(options).prepare(presentation, locations(folder, namesByTrack));
    }

    private static OutputLocations locations(String folder, IdentityHashMap<Track, String> names) {
        return new OutputLocations() {
            @Override
            public String multivariant() {
                return folder + "multivariant" + EXTENSION;
            }

            @Override
            public String playlist(Track track) {
                return folder + names.get(track) + EXTENSION;
            }
        };
    }

    Presentation presentation() {
        return presentation;
    }

    PreparedVod prepared() {
        return prepared;
    }

    Optional<Track> track(String name) {
        return Optional.ofNullable(tracks.get(name));
    }

    /** The Multivariant Playlist of a plan, with the viewer in the URI of each rendition. */
    MultivariantPlaylist multivariant(VodPlan plan, ViewerToken viewer) {
        return plan.multivariant()
                .orElseThrow()
                .mapUris(uri -> isRendition(uri) ? uri + "?viewer=" + viewer.value() : uri);
    }

    private boolean isRendition(String uri) {
        return uri.endsWith(EXTENSION) && tracks.containsKey(uri.substring(0, uri.length() - EXTENSION.length()));
    }
}
