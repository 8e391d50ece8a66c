package dev.hemstitch.ads.stitch.live;

/**
 * A rendition of a live channel, as a viewer asks for it.
 *
 * @param name what tells it from the channel's other renditions, the same at every refresh: the name of its {@link
 *     dev.hemstitch.ads.model.Track} where ads were made ready by one
 * @param contentUri where its snapshots come from: what their URIs are resolved against. If that is another place than
 *     {@code outputUri}, all URIs are rewritten at each refresh of each viewer; rewriting a snapshot once for all, with {@code
 *     MediaPlaylist.mapUris} and a {@code UriRebase}, and giving it {@link #inPlace} costs less
 * @param outputUri where the stitched playlist stands: what the URIs in it are relative to; best without what differs from
 *     viewer to viewer, such as a query, so that what was found out once serves all
 */
public record LiveRendition(String name, String contentUri, String outputUri) {
    /**
     * A rendition whose stitched playlist stands where its snapshots come from, or has absolute URIs only.
     *
     * @param name what tells it from the channel's other renditions
     * @param uri where its snapshots come from
     * @return the rendition
     */
    public static LiveRendition inPlace(String name, String uri) {
        return new LiveRendition(name, uri, uri);
    }
}
