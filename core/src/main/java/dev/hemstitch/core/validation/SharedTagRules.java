package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.PartialSegment;
import dev.hemstitch.core.model.Start;
import dev.hemstitch.core.text.Decimals;
import java.math.BigDecimal;
import java.util.List;

/** EXT-X-INDEPENDENT-SEGMENTS and EXT-X-START of one playlist (4.4.2.1 and 4.4.2.2). */
final class SharedTagRules implements PlaylistRule {
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        for (HlsTag tag : List.of(HlsTag.INDEPENDENT_SEGMENTS, HlsTag.START)) {
            List<PlacedLine> lines = playlist.all(tag);
            for (PlacedLine again : lines.subList(Math.min(1, lines.size()), lines.size())) {
                findings.report(DiagnosticCode.DUPLICATE_SHARED_TAG, again, tag.tagName() + " stands twice");
            }
        }
        playlist.media()
                .ifPresent(media -> playlist.first(HlsTag.START)
                        .ifPresent(line ->
                                line.get(Start.TIME_OFFSET).ifPresent(offset -> start(media, line, offset, findings))));
    }

    /** Of a playlist that has no segment yet, or skips some, nobody knows how long it is. */
    private static void start(MediaPlaylist media, PlacedLine line, BigDecimal offset, Findings findings) {
        if (media.segments().isEmpty() || media.skip().isPresent()) {
            return;
        }
        BigDecimal duration = duration(media);
        if (offset.abs().compareTo(duration) > 0) {
            findings.report(
                    DiagnosticCode.START_OFFSET_TOO_LONG,
                    line,
                    Start.TIME_OFFSET,
                    "TIME-OFFSET is " + offset.toPlainString() + " s, but the playlist is " + duration.toPlainString()
                            + " s long");
        } else if (!media.endList() && media.targetDuration().isPresent()) {
            late(media.targetDuration().getAsLong(), line, offset, duration, findings);
        }
    }

    private static BigDecimal duration(MediaPlaylist media) {
        BigDecimal segments = Decimals.ofNanos(media.durationNanos());
        return media.trailingParts().stream()
                .map(part -> part.get(PartialSegment.DURATION).orElse(BigDecimal.ZERO))
                .reduce(segments, BigDecimal::add);
    }

    /** A playlist that is shorter than three target durations has no place that is early enough. */
    private static void late(
            long targetDuration, PlacedLine line, BigDecimal offset, BigDecimal duration, Findings findings) {
        BigDecimal least = new BigDecimal(Long.toUnsignedString(targetDuration)).multiply(THREE);
        BigDecimal fromEnd = offset.signum() < 0 ? offset.negate() : duration.subtract(offset);
        if (duration.compareTo(least) >= 0 && fromEnd.compareTo(least) < 0) {
            findings.report(
                    DiagnosticCode.START_OFFSET_TOO_LATE,
                    line,
                    Start.TIME_OFFSET,
                    "TIME-OFFSET lies " + fromEnd.toPlainString()
                            + " s before the end, less than three target durations of " + targetDuration + " s");
        }
    }
}
