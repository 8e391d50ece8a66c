package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.text.SourceText;
import dev.hemstitch.core.uri.UriReferences;
import java.nio.ByteBuffer;

/** Rewrites URI references of one playlist so that they resolve from another. */
final class UriMapping {
    private final String from;
    private final String to;
    private final boolean sameFolder;

    UriMapping(String from, String to) {
        this.from = from;
        this.to = to;
        this.sameFolder = UriReferences.resolve(from, "x").equals(UriReferences.resolve(to, "x"));
    }

    /** The playlist as it must read at the other place; the same one where nothing changes. */
    MediaPlaylist move(MediaPlaylist playlist) {
        boolean stays = from.equals(to) || (sameFolder && !mayReferToItself(playlist));
        return stays ? playlist : playlist.mapUris(this::map);
    }

    String map(String reference) {
        if (UriReferences.isAbsolute(reference) || from.equals(to) || (sameFolder && !refersToItself(reference))) {
            return reference;
        }
        return harmless(UriReferences.relativize(to, UriReferences.resolve(from, reference)));
    }

    /** Whether a reference is a query or a fragment alone: it goes with the name of its playlist, not the folder. */
    private static boolean refersToItself(String reference) {
        return reference.isEmpty() || reference.charAt(0) == '?' || reference.charAt(0) == '#';
    }

    /** Whether a line or a quoted string starts with a question mark, told without making strings of them. */
    private static boolean mayReferToItself(MediaPlaylist playlist) {
        for (SourceText text : playlist.texts()) {
            ByteBuffer bytes = text.asByteBuffer();
            for (int i = bytes.position() + 1; i < bytes.limit(); i++) {
                byte before = bytes.get(i - 1);
                if ((bytes.get(i) == '?' && (before == '\n' || before == '"'))
                        || (bytes.get(i) == '#' && before == '"')) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A folder's name may hold what would end a quoted string or a line. */
    static String harmless(String uri) {
        return uri.replace("\"", "%22")
                .replace("\n", "%0A")
                .replace("\r", "%0D")
                .replace("\0", "%00");
    }
}
