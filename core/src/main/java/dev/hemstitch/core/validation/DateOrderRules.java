package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.text.IsoDateTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A date means one place in the playlist (6.2.1). Dates are reckoned forward from the last EXT-X-PROGRAM-DATE-TIME, over
 * discontinuities too, as clients do (6.3.3). A date may lie behind what is reckoned; it may lie before it by less than a
 * second, but not before the start of the segment before.
 */
final class DateOrderRules implements PlaylistRule {
    private static final Duration SUB_SECOND = Duration.ofSeconds(1);

    /** How far an integer EXTINF can be from the duration that it is rounded from. */
    private static final Duration ROUNDING = Duration.ofMillis(500);

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        if (playlist.media().isEmpty() || playlist.all(HlsTag.PROGRAM_DATE_TIME).size() < 2) {
            return;
        }
        Timeline timeline = new Timeline(findings);
        for (PlacedSegment segment : playlist.segments()) {
            if (segment.segment().has(HlsTag.PROGRAM_DATE_TIME)) {
                timeline.date(segment.lines());
            }
            timeline.segment(segment.segment());
        }
        timeline.date(playlist.trailer());
    }

    /** The dates that have been read. */
    private static final class Timeline {
        private final Findings findings;
        private Optional<OffsetDateTime> date = Optional.empty();
        private Duration sinceDate = Duration.ZERO;
        private Duration last = Duration.ZERO;
        private Duration tolerance = Duration.ZERO;

        Timeline(Findings findings) {
            this.findings = findings;
        }

        void segment(MediaSegment segment) {
            last = segment.duration();
            sinceDate = sinceDate.plus(last);
            tolerance = segment.hasDecimalDuration() ? tolerance : tolerance.plus(ROUNDING);
        }

        /** Of several dates for one segment the last one counts. */
        void date(List<PlacedLine> lines) {
            lines.stream()
                    .filter(line ->
                            line.is(HlsTag.PROGRAM_DATE_TIME) && read(line).isPresent())
                    .reduce((first, second) -> second)
                    .ifPresent(line -> {
                        OffsetDateTime next = read(line).orElseThrow();
                        date.ifPresent(from -> compare(line, Duration.between(from, next)));
                        date = Optional.of(next);
                        sinceDate = Duration.ZERO;
                        tolerance = Duration.ZERO;
                    });
        }

        private static Optional<OffsetDateTime> read(PlacedLine line) {
            return IsoDateTime.parse(line.value()).map(IsoDateTime::value);
        }

        private void compare(PlacedLine line, Duration distance) {
            Duration overlap = sinceDate.minus(distance);
            boolean isSubSecond = overlap.compareTo(SUB_SECOND.plus(tolerance)) < 0;
            boolean isPartial = overlap.compareTo(last.plus(tolerance)) <= 0;
            if (!isSubSecond || !isPartial) {
                findings.report(
                        DiagnosticCode.AMBIGUOUS_DATES,
                        line.valueLocation(),
                        "EXT-X-PROGRAM-DATE-TIME lies " + Durations.shown(Durations.seconds(overlap))
                                + " s before the end of the segment before it, and not "
                                + (isSubSecond ? "within that segment" : "by less than a second"));
            }
        }
    }
}
