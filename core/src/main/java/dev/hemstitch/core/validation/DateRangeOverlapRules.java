package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;
import dev.hemstitch.core.internal.check.MergedDateRange;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.text.Decimals;
import dev.hemstitch.core.text.IsoDateTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Date ranges of a class with END-ON-NEXT do not overlap (4.4.5.1). */
final class DateRangeOverlapRules implements PlaylistRule {
    /** A range on the clock; one whose end is not known is as if it had none. */
    private record Interval(MergedDateRange range, Instant start, Instant end) {}

    @Override
    public void check(CheckedPlaylist playlist, Findings findings) {
        Map<String, List<MergedDateRange>> byClass = new LinkedHashMap<>();
        for (MergedDateRange range : MergedDateRange.of(playlist)) {
            range.text(DateRange.CLASS.name())
                    .ifPresent(name -> byClass.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(range));
        }
        byClass.forEach((name, ranges) -> {
            if (ranges.stream().anyMatch(MergedDateRange::endsOnNext)) {
                check(name, intervals(ranges), findings);
            }
        });
    }

    private static List<Interval> intervals(List<MergedDateRange> ranges) {
        List<Interval> all = new ArrayList<>();
        for (MergedDateRange range : ranges) {
            Optional<Instant> start = range.get(DateRange.START_DATE).map(DateRangeOverlapRules::instant);
            start.ifPresent(instant -> all.add(new Interval(range, instant, end(range, instant))));
        }
        all.sort(Comparator.comparing(Interval::start));
        return withFollowing(all);
    }

    /** Ends each range with END-ON-NEXT where the next later one starts. */
    private static List<Interval> withFollowing(List<Interval> byStart) {
        List<Interval> ended = new ArrayList<>();
        @Nullable Instant following = null;
        for (int i = byStart.size() - 1; i >= 0; i--) {
            Interval interval = byStart.get(i);
            boolean isLastOfStart =
                    i + 1 < byStart.size() && !byStart.get(i + 1).start().equals(interval.start());
            following = isLastOfStart ? byStart.get(i + 1).start() : following;
            boolean ends = interval.range().endsOnNext();
            ended.add(
                    !ends
                            ? interval
                            : new Interval(
                                    interval.range(), interval.start(), following == null ? Instant.MAX : following));
        }
        ended.sort(Comparator.comparing(Interval::start).thenComparing(Interval::end));
        return ended;
    }

    private static void check(String className, List<Interval> intervals, Findings findings) {
        @Nullable Interval longest = null;
        for (Interval interval : intervals) {
            if (longest != null && longest.end().isAfter(interval.start())) {
                String message =
                        "the date ranges " + Diagnostic.echo(longest.range().id()) + " and "
                                + Diagnostic.echo(interval.range().id()) + " of CLASS " + Diagnostic.echo(className)
                                + " overlap, yet the class uses END-ON-NEXT";
                MergedDateRange range = interval.range();
                findings.report(
                        DiagnosticCode.END_ON_NEXT_OVERLAP,
                        range.line(DateRange.START_DATE).orElse(range.first()),
                        DateRange.START_DATE,
                        message);
            }
            if (longest == null || interval.end().isAfter(longest.end())) {
                longest = interval;
            }
        }
    }

    private static Instant instant(IsoDateTime date) {
        return date.value().toInstant();
    }

    /** Where a range ends: END-DATE or DURATION; its start if neither is known. */
    private static Instant end(MergedDateRange range, Instant start) {
        Optional<Instant> end = range.get(DateRange.END_DATE).map(DateRangeOverlapRules::instant);
        return end.orElseGet(() -> range.get(DateRange.DURATION)
                .map(seconds -> start.plusNanos(Math.max(0, Decimals.toNanos(seconds))))
                .orElse(start));
    }
}
