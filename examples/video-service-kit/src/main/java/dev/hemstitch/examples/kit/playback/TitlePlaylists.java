package dev.hemstitch.examples.kit.playback;

import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.core.diagnostic.HlsException;
import dev.hemstitch.core.model.IFrameVariant;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.RenditionType;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.uri.UriReferences;
import dev.hemstitch.examples.kit.fetch.Freshness;
import dev.hemstitch.examples.kit.http.RefusedException;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The playlists of a title as far as its origin has them. One that cannot be had does not keep the others from playing: it is left
 * out of the Multivariant Playlist, keeps its name, and is refused by itself until it is back. Immutable.
 */
public final class TitlePlaylists {
    private static final Set<RenditionType> MEDIA =
            Set.of(RenditionType.AUDIO, RenditionType.SUBTITLES, RenditionType.VIDEO);
    private static final Duration WHOLE = Duration.ofMinutes(10);
    private static final Duration IN_PART = Duration.ofSeconds(5);
    private static final Duration STALE = Duration.ofDays(7);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final MultivariantPlaylist written;
    private final Presentation presentation;
    private final Map<String, String> names;
    private final Set<String> missing;

    private TitlePlaylists(MultivariantPlaylist written, String uri, Map<String, Track> tracks) {
        this.written = written;
        this.names = names(references(written, uri));
        Map<String, String> gone = new LinkedHashMap<>(names);
        gone.keySet().removeAll(tracks.keySet());
        this.missing = Set.copyOf(gone.values());
        MultivariantPlaylist listed = ListedRenditions.of(written, uri, gone.keySet());
        List<Track> inOrder = names.keySet().stream()
                .map(tracks::get)
                .filter(Objects::nonNull)
                .toList();
        this.presentation = new Presentation(uri, Optional.of(listed), inOrder);
    }

    /**
     * How long what was read of titles serves: that of which something is missing is soon looked at again.
     *
     * @param <V> what is made of a title's playlists
     * @param playlists gives them
     * @return the freshness
     */
    public static <V> Freshness<V> freshness(Function<V, TitlePlaylists> playlists) {
        return new Freshness<>(
                value -> playlists.apply(value).missing.isEmpty() ? WHOLE : IN_PART, Duration.ZERO, STALE, RETRY);
    }

    /**
     * Reads the playlists of a title.
     *
     * @param uri where its Multivariant Playlist is
     * @param origin what it is fetched from
     * @param old what was read before: a Media Playlist that cannot be had now is taken from there
     * @param metrics counts what cannot be had
     * @return the playlists, of one variant at least
     * @throws IOException if the Multivariant Playlist cannot be had or read, or none of the Media Playlists of its variants
     */
    public static TitlePlaylists read(
            String uri, PlaylistSource origin, Optional<TitlePlaylists> old, ServiceMetrics metrics)
            throws IOException {
        try {
            Presentation read = Presentation.loadAvailable(
                    uri, origin, (media, cause) -> metrics.failed("origin.renditions", "missing", cause));
            MultivariantPlaylist written = read.multivariant()
                    .orElseThrow(() -> new IOException("a title begins with a Multivariant Playlist"));
            metrics.count("origin.titles", "read");
            Map<String, Track> tracks = byUri(read);
            old.filter(before -> before.written.equals(written))
                    .map(before -> byUri(before.presentation))
                    .ifPresent(before -> before.forEach(tracks::putIfAbsent));
            return new TitlePlaylists(written, read.uri(), tracks);
        } catch (IOException | HlsException e) {
            metrics.failed("origin.titles", "failed", e);
            throw e instanceof IOException io ? io : new IOException("the playlists cannot be read", e);
        }
    }

    /** All Media Playlists, each once, in the order in which tracks are: as they are written, by their absolute URIs. */
    private static Map<String, String> references(MultivariantPlaylist playlist, String uri) {
        Map<String, String> references = new LinkedHashMap<>();
        Stream.of(
                        playlist.variants().stream().map(Variant::uri),
                        playlist.renditions().stream()
                                .filter(rendition -> MEDIA.contains(rendition.type()))
                                .flatMap(rendition -> rendition.uri().stream()),
                        playlist.iFrameVariants().stream().map(IFrameVariant::uri))
                .flatMap(Function.identity())
                .forEach(written -> references.putIfAbsent(UriReferences.resolve(uri, written), written));
        return references;
    }

    private static Map<String, Track> byUri(Presentation presentation) {
        Map<String, Track> tracks = new LinkedHashMap<>();
        presentation
                .tracks()
                .forEach(track -> tracks.put(UriReferences.resolve(presentation.uri(), track.name()), track));
        return tracks;
    }

    private static Map<String, String> names(Map<String, String> references) {
        Iterator<String> names =
                RenditionNames.of(List.copyOf(references.values())).iterator();
        Map<String, String> byUri = new LinkedHashMap<>();
        references.keySet().forEach(uri -> byUri.put(uri, names.next()));
        return byUri;
    }

    /** {@return what there is, with a Multivariant Playlist that names nothing else if players can do without it} */
    public Presentation presentation() {
        return presentation;
    }

    /**
     * {@return what a rendition is called}
     *
     * @param absolute its URI at the origin
     */
    public Optional<String> name(String absolute) {
        return Optional.ofNullable(names.get(absolute));
    }

    /**
     * {@return what the rendition of a track is called}
     *
     * @param track the track
     */
    public String name(Track track) {
        return names.getOrDefault(UriReferences.resolve(presentation.uri(), track.name()), "");
    }

    /**
     * Refuses a rendition that is none of those that there are.
     *
     * @param name its name
     * @return with status 502 if the origin does not have it now, with 404 if the title has none of that name
     */
    public RefusedException refusal(String name) {
        return missing.contains(name)
                ? new RefusedException(502, "the rendition cannot be had from its origin")
                : new RefusedException(404, "the title has no such rendition");
    }

    /**
     * {@return whether all is as it was but for the segments}
     *
     * @param other what was read before
     */
    public boolean namesTheSameAs(TitlePlaylists other) {
        return written.equals(other.written) && missing.equals(other.missing);
    }
}
