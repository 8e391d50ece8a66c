package dev.hemstitch.examples.cli;

import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.IsoDateTime;
import java.io.IOException;
import java.util.Optional;

/** The members of a Media Segment: keys, map and bit rate in force for it, all else as its own lines say. */
final class SegmentJson {
    private SegmentJson() {}

    static void members(MediaSegment segment, JsonWriter json) throws IOException {
        json.unsigned("mediaSequence", segment.mediaSequence());
        json.flag("discontinuity", segment.isDiscontinuity());
        json.decimal("duration", segment.durationSeconds());
        json.text("title", segment.title());
        json.text("uri", segment.uri());
        json.object("byteRange", segment.byteRange(), AttributeJson::byteRange);
        json.text("programDateTime", programDateTime(segment));
        json.flag("gap", segment.isGap());
        json.unsigned("bitrate", segment.bitrate());
        json.objects("keys", segment.keys(), AttributeJson::members);
        json.object("map", segment.map(), AttributeJson::members);
        json.objects(
                "dateRanges",
                segment.dateRanges().stream().map(DateRange::attributes).toList(),
                SegmentJson::dateRange);
        json.objects("parts", segment.parts(), AttributeJson::members);
        json.texts("otherTags", PlaylistJson.texts(segment.otherTags()));
    }

    static void dateRange(AttributeList attributes, JsonWriter json) throws IOException {
        json.text("id", attributes.get(DateRange.ID));
        AttributeJson.all(attributes, json);
    }

    /** As written, even if it is no date. */
    private static Optional<String> programDateTime(MediaSegment segment) {
        if (!segment.has(HlsTag.PROGRAM_DATE_TIME)) {
            return Optional.empty();
        }
        return segment.writtenProgramDateTime()
                .map(IsoDateTime::toString)
                .or(() -> segment.lines().stream()
                        .filter(line -> line.tag().equals(Optional.of(HlsTag.PROGRAM_DATE_TIME)))
                        .map(PlaylistLine::value)
                        .findFirst());
    }
}
