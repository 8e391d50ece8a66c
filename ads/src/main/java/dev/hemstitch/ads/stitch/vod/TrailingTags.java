package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.PlaylistLine;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Tags of a whole playlist that stand behind its last segment. They count there as anywhere, but outputs get headers of their
 * own, so that a tag that an ad changes would stand twice.
 */
final class TrailingTags {
    private TrailingTags() {}

    /** The playlist with those tags in its header, but for EXT-X-ENDLIST; where a tag stands twice, the first counts. */
    static MediaPlaylist inHeader(MediaPlaylist playlist) {
        List<PlaylistLine> misplaced =
                playlist.trailer().stream().filter(TrailingTags::isMisplaced).toList();
        if (misplaced.isEmpty()) {
            return playlist;
        }
        Set<HlsTag> known = EnumSet.noneOf(HlsTag.class);
        playlist.header().forEach(line -> line.tag().ifPresent(known::add));
        MediaPlaylistBuilder builder = playlist.toBuilder().editTrailer(line -> isMisplaced(line) ? "" : line.text());
        for (PlaylistLine line : misplaced) {
            HlsTag tag = line.tag().orElseThrow();
            if (tag == HlsTag.DEFINE || (!playlist.segmentsHave(tag) && known.add(tag))) {
                builder.addHeaderLine(line.text());
            }
        }
        return builder.build();
    }

    private static boolean isMisplaced(PlaylistLine line) {
        HlsTag tag = line.tag().orElse(HlsTag.ENDLIST);
        return switch (tag.scope()) {
            case SHARED, MEDIA_PLAYLIST -> tag != HlsTag.ENDLIST;
            default -> tag == HlsTag.VERSION;
        };
    }
}
