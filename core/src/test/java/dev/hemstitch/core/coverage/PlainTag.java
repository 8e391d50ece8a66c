package dev.hemstitch.core.coverage;

import dev.hemstitch.core.model.ByteRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MediaSegmentBuilder;
import dev.hemstitch.core.model.PlaylistType;
import dev.hemstitch.core.text.IsoDateTime;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A tag whose value is no attribute list.
 *
 * @param tag the tag
 * @param one the tag with a value
 * @param other the tag with another value, or another line in its place
 * @param broken the tag where its rule is broken
 * @param reads whether an accessor says what {@code one} says
 * @param builds a playlist built with {@code one}
 */
record PlainTag(
        HlsTag tag, String one, String other, String broken, Predicate<MediaPlaylist> reads, MediaPlaylist builds) {
    private static final String NOTHING = "# nothing";

    static PlainTag of(HlsTag tag) {
        return switch (tag) {
            case EXTM3U -> new PlainTag(tag, "#EXTM3U", NOTHING, "#EXTM3U", p -> p.has(HlsTag.EXTM3U), built(b -> b));
            case VERSION ->
                header(tag, ":3", ":4", ":x", p -> p.version().equals(OptionalLong.of(3)), b -> b.version(3));
            case INDEPENDENT_SEGMENTS ->
                header(
                        tag,
                        "",
                        null,
                        "\n#" + tag.tagName(),
                        MediaPlaylist::independentSegments,
                        b -> b.independentSegments(true));
            case TARGETDURATION ->
                header(
                        tag,
                        ":6",
                        ":7",
                        ":0",
                        p -> p.targetDuration().equals(OptionalLong.of(6)),
                        b -> b.targetDuration(6));
            case MEDIA_SEQUENCE -> header(tag, ":6", ":7", ":-1", p -> p.mediaSequence() == 6, b -> b.mediaSequence(6));
            case DISCONTINUITY_SEQUENCE ->
                header(tag, ":6", ":7", ":x", p -> p.discontinuitySequence() == 6, b -> b.discontinuitySequence(6));
            case ENDLIST -> header(tag, "", null, "\n#EXT-X-ENDLIST", MediaPlaylist::endList, b -> b.endList(true));
            case PLAYLIST_TYPE ->
                header(
                        tag,
                        ":EVENT",
                        ":VOD",
                        ":LIVE",
                        p -> p.playlistType().equals(Optional.of(PlaylistType.EVENT)),
                        b -> b.playlistType(Optional.of(PlaylistType.EVENT)));
            case I_FRAMES_ONLY ->
                header(tag, "", null, "\n#EXT-X-I-FRAMES-ONLY", MediaPlaylist::iFramesOnly, b -> b.iFramesOnly(true));
            case INF -> segment(tag, ":6.0,", ":5.0,", ":x,", s -> s.durationNanos() == 6_000_000_000L, b -> b);
            case BYTERANGE ->
                segment(
                        tag,
                        ":5@1",
                        ":5@2",
                        ":x",
                        s -> s.byteRange().equals(Optional.of(new ByteRange(5, 1))),
                        b -> b.byteRange(Optional.of(new ByteRange(5, 1))));
            case DISCONTINUITY ->
                segment(
                        tag,
                        "",
                        null,
                        "\n#EXT-X-DISCONTINUITY-SEQUENCE:1",
                        MediaSegment::isDiscontinuity,
                        b -> b.discontinuity(true));
            case PROGRAM_DATE_TIME ->
                segment(
                        tag,
                        ":2026-05-01T12:00:00.000Z",
                        ":2026-05-01T12:00:01.000Z",
                        ":x",
                        s -> s.programDateTime().isPresent(),
                        b -> b.programDateTime(IsoDateTime.parse("2026-05-01T12:00:00.000Z")));
            case GAP -> segment(tag, "", null, "", MediaSegment::isGap, b -> b.gap(true));
            case BITRATE ->
                segment(
                        tag,
                        ":800",
                        ":900",
                        ":x",
                        s -> s.bitrate().equals(OptionalLong.of(800)),
                        b -> b.bitrate(OptionalLong.of(800)));
            default -> throw new IllegalArgumentException(tag + " has attributes");
        };
    }

    private static PlainTag header(
            HlsTag tag,
            String one,
            String other,
            String broken,
            Predicate<MediaPlaylist> reads,
            UnaryOperator<MediaPlaylistBuilder> builds) {
        String name = "#" + tag.tagName();
        return new PlainTag(
                tag, name + one, other == null ? NOTHING : name + other, name + broken, reads, built(builds));
    }

    private static PlainTag segment(
            HlsTag tag,
            String one,
            String other,
            String broken,
            Predicate<MediaSegment> reads,
            UnaryOperator<MediaSegmentBuilder> builds) {
        String name = "#" + tag.tagName();
        MediaSegment segment = builds.apply(MediaSegment.builder("a.ts", Duration.ofSeconds(6)))
                .build();
        return new PlainTag(
                tag,
                name + one,
                other == null ? NOTHING : name + other,
                name + broken,
                playlist -> reads.test(playlist.segments().get(0)),
                built(builder -> builder.addSegment(segment)));
    }

    private static MediaPlaylist built(UnaryOperator<MediaPlaylistBuilder> builds) {
        return builds.apply(MediaPlaylist.builder(6)).build();
    }

    String row() {
        String text = PlaylistWriter.canonical(Context.playlist(tag, one)).toString();
        return CoverageTable.cells(
                tag.tagName(),
                reads.test((MediaPlaylist) Context.playlist(tag, one)),
                text.contains(one),
                builds.toString().contains("#" + tag.tagName())
                        && (tag == HlsTag.EXTM3U || tag == HlsTag.INF || reads.test(builds)),
                validates(),
                CoverageTable.differ(tag, one, other));
    }

    private String validates() {
        return switch (tag) {
            case EXTM3U -> "MISSING_EXTM3U";
            case GAP -> "GAP_DISAGREES, with parts";
            default -> CoverageTable.found(tag, broken);
        };
    }
}
