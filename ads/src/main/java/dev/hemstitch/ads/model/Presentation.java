package dev.hemstitch.ads.model;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * All playlists of a piece of content or of an ad: a Multivariant Playlist with every Media Playlist that it names, or
 * one Media Playlist alone. Immutable and safe for use by several threads; read once, it serves any number of viewers.
 *
 * @param uri where it was read from: what the URIs of its playlist are resolved against
 * @param multivariant the Multivariant Playlist, its variables replaced; empty for a Media Playlist alone
 * @param tracks each Media Playlist once, in the order of the lines that name them: first those of variants
 */
public record Presentation(String uri, Optional<MultivariantPlaylist> multivariant, List<Track> tracks) {
    /**
     * A presentation; the list is copied.
     *
     * @param uri where it was read from
     * @param multivariant the Multivariant Playlist, its variables replaced
     * @param tracks each Media Playlist once, in the order of the lines that name them
     */
    public Presentation {
        tracks = List.copyOf(tracks);
    }

    /**
     * Reads a presentation.
     *
     * @param uri the URI of its Multivariant or only Media Playlist
     * @param source where playlists come from
     * @return the presentation
     * @throws IOException if a playlist cannot be fetched
     * @throws dev.hemstitch.core.diagnostic.HlsException if one cannot be read, or is not of the kind that it must be
     */
    public static Presentation load(String uri, PlaylistSource source) throws IOException {
        return load(uri, source, Optional.empty());
    }

    /**
     * Reads as much of a presentation as can be had. A Media Playlist that cannot be fetched or read, or is none, is not among the
     * tracks; the Multivariant Playlist still names it, and whoever serves that decides what to do about it.
     *
     * @param uri the URI of its Multivariant or only Media Playlist
     * @param source where playlists come from
     * @param missing takes the absolute URI of each Media Playlist that is missing, and why: an {@link IOException} or a
     *     {@link dev.hemstitch.core.diagnostic.HlsException}
     * @return the presentation, with at least one track that variants name
     * @throws IOException if the playlist at the URI cannot be fetched, or none of the Media Playlists of its variants
     * @throws dev.hemstitch.core.diagnostic.HlsException if the one at the URI cannot be read, or none of its variants'
     */
    public static Presentation loadAvailable(String uri, PlaylistSource source, BiConsumer<String, Exception> missing)
            throws IOException {
        return load(uri, source, Optional.of(missing));
    }

    private static Presentation load(String uri, PlaylistSource source, Optional<BiConsumer<String, Exception>> missing)
            throws IOException {
        PlaylistSource.Fetched fetched = source.fetch(uri);
        Playlist playlist = PlaylistParser.lenient().parse(fetched.text());
        return playlist instanceof MediaPlaylist media
                ? ofMedia(media, fetched.uri())
                : new PresentationReader(fetched.uri(), source, missing).read((MultivariantPlaylist) playlist);
    }

    /**
     * A Media Playlist alone.
     *
     * @param playlist the playlist
     * @param uri where it was read from
     * @return the presentation
     */
    public static Presentation ofMedia(MediaPlaylist playlist, String uri) {
        return new Presentation(uri, Optional.empty(), List.of(PresentationReader.alone(playlist, uri)));
    }

    /** {@return whether there is a Multivariant Playlist} */
    public boolean isMultivariant() {
        return multivariant.isPresent();
    }

    /** {@return the track whose timeline counts for the whole presentation: the first one} */
    public Track reference() {
        return tracks.get(0);
    }
}
