package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.core.model.CustomTag;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylistBuilder;
import dev.hemstitch.core.text.Attribute;
import dev.hemstitch.core.text.AttributeList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Playlists of thumbnails, which EXT-X-IMAGE-STREAM-INF names: no tag of the specification, but players show their
 * pictures beside the timeline. They are not stitched: their pictures are at times of the content. So the output names them
 * only if no ads are spliced in, since behind the first ad each picture would be the wrong one.
 */
public final class ImagePlaylists {
    private static final CustomTag<AttributeList> TAG = CustomTag.attributes("EXT-X-IMAGE-STREAM-INF");
    private static final Attribute<String> URI = Attribute.quotedString("URI");

    private ImagePlaylists() {}

    /**
     * The image playlists that a presentation has.
     *
     * @param playlist its Multivariant Playlist
     * @return their URIs as written, in order
     */
    public static List<String> in(MultivariantPlaylist playlist) {
        return TAG.in(playlist.otherTags()).stream()
                .flatMap(attributes -> attributes.get(URI).stream())
                .toList();
    }

    /** Leaves them out. */
    static void remove(MultivariantPlaylistBuilder playlist) {
        playlist.remove(TAG);
    }

    /** Names them where the output stands. */
    static void move(MultivariantPlaylistBuilder playlist, UnaryOperator<String> uris) {
        playlist.edit(
                TAG,
                attributes -> Optional.of(attributes
                        .get(URI)
                        .map(uri -> moved(attributes, uri, uris.apply(uri)))
                        .orElse(attributes)));
    }

    private static AttributeList moved(AttributeList attributes, String uri, String moved) {
        return moved.equals(uri)
                ? attributes
                : attributes.toBuilder().set(URI, moved).build();
    }
}
