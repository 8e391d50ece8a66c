package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import java.util.List;

/**
 * The door through which the room of delta updates puts skipped segments back: public only because rooms need to cross
 * package boundaries.
 *
 * @hidden
 */
public final class SkippedSegments {
    private SkippedSegments() {}

    /**
     * A Playlist Delta Update with what it skips. Its own segments stand as they are written behind the others, so that
     * what those leave in force holds for them, and ranges without offset continue.
     *
     * @param update the update
     * @param skipped the segments in place of EXT-X-SKIP, with whatever must be in force for them
     * @param lines tags to stand between the two
     * @param from the index of the first of its own segments that is taken
     * @return the playlist, without EXT-X-SKIP
     */
    public static MediaPlaylist restore(
            MediaPlaylist update, List<MediaSegment> skipped, List<String> lines, int from) {
        SegmentOrigin origin = update.origin();
        String lineEnd = LineEnds.of(update.headerSpan());
        LineBuffer header = new LineBuffer(update.headerSpan(), lineEnd);
        header.remove(HlsTag.SKIP);
        ByteSpan start = header.toSpan();
        HeaderValues values = new HeaderValues();
        values.readAgain(start, 0);
        MediaPlaylist older = new MediaPlaylistBuilder(start, ByteSpan.EMPTY, List.of(), values.firstMediaSequence())
                .segments(skipped)
                .build();
        AssembledText text = new AssembledText(lineEnd, 8, 256);
        for (ByteSpan span : older.rope().spans()) {
            text.add(span, span.start(), span.end());
        }
        for (String line : lines) {
            text.writing().append(line).append(lineEnd);
        }
        copy(origin, from, text);
        return new MediaPlaylist(text.toRope());
    }
    /** Copies an update's segments and what is behind them; EXT-X-SKIP may stand among their lines. */
    private static void copy(SegmentOrigin origin, int from, AssembledText text) {
        ByteSpan own = origin.text();
        int copied = origin.start(from);
        for (int i = from; i < origin.count() && (origin.tags() & HlsTag.SKIP.bit()) != 0; i++) {
            if ((origin.tags(i) & HlsTag.SKIP.bit()) != 0) {
                text.add(own, copied, origin.start(i));
                PlaylistLine.of(own.slice(origin.start(i), origin.start(i + 1))).stream()
                        .filter(line -> !line.is(HlsTag.SKIP))
                        .forEach(line -> text.writing().append(line.whole()));
                copied = origin.start(i + 1);
            }
        }
        text.add(own, copied, own.end());
    }
}
