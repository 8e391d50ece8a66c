package dev.hemstitch.examples.kit.vod;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.SpliceMode;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.PreparedVod;
import dev.hemstitch.ads.stitch.vod.VodPlan;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.playback.EmptySubtitles;
import dev.hemstitch.examples.kit.playback.TitlePlaylists;
import dev.hemstitch.examples.kit.titles.Title;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A title, made ready once for all viewers. Immutable and safe for use by several threads. */
final class VodTitle {
    private static final String EXTENSION = ".m3u8";

    private final TitlePlaylists playlists;
    private final PreparedVod prepared;
    private final EmptySubtitles filler;
    private final Cache<Presentation, Boolean> goingWith =
            Caffeine.newBuilder().weakKeys().build(); // told apart by what they are, not by what they hold
    private final Map<String, Track> tracks = new LinkedHashMap<>();

    /**
     * A title.
     *
     * @param title what the catalog says of it: with an ad tag, the breaks that its markers signal are replaced
     * @param playlists its playlists
     */
    VodTitle(Title title, TitlePlaylists playlists) {
        this.playlists = playlists;
        presentation().tracks().forEach(track -> tracks.put(playlists.name(track), track));
        // Not where the playlists will stand: a name that no origin has makes every URI of the content absolute, and
        // the bytes
        // the same whatever service answers.
        String folder = "http://service.invalid/v/" + title.id() + '/';
        this.filler = new EmptySubtitles(folder);
        StitchOptions options = StitchOptions.DEFAULT.toBuilder()
                .mode(title.adTag().isPresent() ? SpliceMode.REPLACE : SpliceMode.INSERT)
                .filler(filler)
                .build();
        this.prepared = new VodStitcher(options).prepare(presentation(), locations(folder));
    }

    private OutputLocations locations(String folder) {
        return new OutputLocations() {
            @Override
            public String multivariant() {
                return folder + "multivariant" + EXTENSION;
            }

            @Override
            public String playlist(Track track) {
                return folder + playlists.name(track) + EXTENSION;
            }
        };
    }

    TitlePlaylists playlists() {
        return playlists;
    }

    Presentation presentation() {
        return playlists.presentation();
    }

    PreparedVod prepared() {
        return prepared;
    }

    /** Whether an ad, or a slate, has something for every rendition: found out once. */
    boolean goesWith(Ad ad) {
        return ad.presentation()
                .filter(playlists -> goingWith.get(
                        playlists,
                        one -> LiveAd.of(ad, presentation(), filler).problem().isEmpty()))
                .isPresent();
    }

    Optional<Track> track(String name) {
        return Optional.ofNullable(tracks.get(name));
    }

    /** The Multivariant Playlist of a plan, with the viewer in the URI of each rendition. */
    MultivariantPlaylist multivariant(VodPlan plan, ViewerToken viewer) {
        return plan.multivariant()
                .orElseThrow()
                .mapUris(uri -> rendition(uri)
                        .map(name -> name + EXTENSION + "?viewer=" + viewer.value())
                        .orElse(uri));
    }

    /** The name of a rendition: of one that is stitched by its place, of one that is only listed by its URI at the origin. */
    private Optional<String> rendition(String uri) {
        String name = uri.endsWith(EXTENSION) ? uri.substring(0, uri.length() - EXTENSION.length()) : "";
        return tracks.containsKey(name) ? Optional.of(name) : playlists.name(uri);
    }
}
