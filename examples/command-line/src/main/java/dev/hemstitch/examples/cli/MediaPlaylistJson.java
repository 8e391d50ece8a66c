package dev.hemstitch.examples.cli;

import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.PartInformation;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.PlaylistType;
import dev.hemstitch.core.model.Skip;
import dev.hemstitch.core.model.TagScope;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.UnsignedIntegers;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The members of a Media Playlist: its header, its segments, and what stands in no segment's lines. */
final class MediaPlaylistJson {
    private MediaPlaylistJson() {}

    static void members(MediaPlaylist playlist, JsonWriter json) throws IOException {
        header(playlist, json);
        json.array("segments", playlist.segments(), SegmentJson::members);
        json.objects("parts", playlist.trailingParts(), AttributeJson::members);
        json.objects("preloadHints", playlist.preloadHints(), AttributeJson::members);
        json.objects("renditionReports", playlist.renditionReports(), AttributeJson::members);
        List<PlaylistLine> outside = Stream.concat(playlist.header().stream(), playlist.trailer().stream())
                .toList();
        json.objects("dateRanges", dateRanges(outside), SegmentJson::dateRange);
        json.texts("otherTags", otherTags(outside));
    }

    private static void header(MediaPlaylist playlist, JsonWriter json) throws IOException {
        json.text("kind", "media");
        json.unsigned("version", playlist.version());
        json.unsigned("targetDuration", playlist.targetDuration());
        json.unsigned("mediaSequence", written(playlist, HlsTag.MEDIA_SEQUENCE, playlist.mediaSequence()));
        json.unsigned(
                "discontinuitySequence",
                written(playlist, HlsTag.DISCONTINUITY_SEQUENCE, playlist.discontinuitySequence()));
        json.text("playlistType", playlist.playlistType().map(PlaylistType::value));
        json.flag("endList", playlist.endList());
        json.flag("independentSegments", playlist.independentSegments());
        json.flag("iFramesOnly", playlist.iFramesOnly());
        PlaylistJson.shared(playlist, json);
        json.object("serverControl", playlist.serverControl(), AttributeJson::members);
        json.decimal("partTarget", playlist.partInformation().map(PartInformation::partTarget));
        json.object("skip", playlist.skip(), MediaPlaylistJson::skip);
    }

    /** A number that a tag gives; the model has 0 too if the tag is absent or cannot be read. */
    private static OptionalLong written(MediaPlaylist playlist, HlsTag tag, long value) {
        if (value != 0) {
            return OptionalLong.of(value);
        }
        boolean isZero = playlist.has(tag)
                && first(playlist.header(), tag)
                        .or(() -> first(playlist.lines(), tag))
                        .flatMap(line -> UnsignedIntegers.parse(line.value()))
                        .isPresent();
        return isZero ? OptionalLong.of(0) : OptionalLong.empty();
    }

    private static Optional<PlaylistLine> first(List<PlaylistLine> lines, HlsTag tag) {
        return lines.stream()
                .filter(line -> line.tag().equals(Optional.of(tag)))
                .findFirst();
    }

    private static void skip(Skip skip, JsonWriter json) throws IOException {
        json.unsigned("skippedSegments", skip.skippedSegments());
        json.texts("recentlyRemovedDateRanges", skip.recentlyRemovedDateranges());
    }

    private static List<AttributeList> dateRanges(List<PlaylistLine> lines) {
        return lines.stream()
                .filter(line -> line.tag().equals(Optional.of(HlsTag.DATERANGE)))
                .map(PlaylistLine::attributes)
                .filter(attributes -> attributes.get(DateRange.ID).isPresent())
                .toList();
    }

    /** As {@code MediaSegment.otherTags}: tags that mean nothing here are kept as they stand. */
    private static List<String> otherTags(List<PlaylistLine> lines) {
        return lines.stream()
                .filter(line -> line.kind() == PlaylistLine.Kind.UNKNOWN_TAG
                        || line.tag()
                                .map(tag -> tag.scope() == TagScope.MULTIVARIANT || isIncomplete(tag, line))
                                .orElse(false))
                .map(PlaylistLine::text)
                .toList();
    }

    private static boolean isIncomplete(HlsTag tag, PlaylistLine line) {
        return tag.attributes().stream()
                .anyMatch(attribute -> attribute.isRequired()
                        && line.attributes().get(attribute).isEmpty());
    }
}
