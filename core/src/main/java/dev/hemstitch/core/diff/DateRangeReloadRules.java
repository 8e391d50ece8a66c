package dev.hemstitch.core.diff;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.internal.check.MergedDateRange;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What may change about date ranges (RFC 8216bis, 4.4.5.1 and 6.2.1). */
final class DateRangeReloadRules implements SnapshotRule {
    @Override
    public void check(SnapshotPair pair) {
        Map<String, MergedDateRange> was = MergedDateRange.byId(pair.older().checked());
        Map<String, MergedDateRange> is = MergedDateRange.byId(pair.newer().checked());
        Set<String> skipped = skipped(pair, was, is);
        for (MergedDateRange old : was.values()) {
            MergedDateRange now = is.get(old.id());
            if (now != null) {
                compare(pair, old, now);
            } else if (!skipped.contains(old.id())) {
                removed(pair, old, was);
            }
        }
        checkFollowing(pair, was, is);
    }

    /** Those that a Playlist Delta Update does not list without saying that they were removed. */
    private static Set<String> skipped(
            SnapshotPair pair, Map<String, MergedDateRange> was, Map<String, MergedDateRange> is) {
        var skip = pair.newer().playlist().skip();
        if (skip.isEmpty()) {
            return Set.of();
        }
        Set<String> skipped = new HashSet<>(was.keySet());
        skipped.removeAll(is.keySet());
        skip.get().recentlyRemovedDateranges().forEach(skipped::remove);
        return skipped;
    }

    private static void compare(SnapshotPair pair, MergedDateRange old, MergedDateRange now) {
        for (Map.Entry<String, MergedDateRange.Given> attribute : old.given().entrySet()) {
            String name = attribute.getKey();
            MergedDateRange.Given value = now.given().get(name);
            if (value == null || !value.text().equals(attribute.getValue().text())) {
                String change = value == null ? " has lost " : " has changed ";
                pair.findings()
                        .report(
                                DiagnosticCode.DATE_RANGE_CHANGED,
                                now.first().location(name),
                                "the date range " + Diagnostic.echo(old.id()) + change + Diagnostic.echo(name));
            }
        }
    }

    /** One that is gone must lie outside of what is listed, and must not have been left open. */
    private static void removed(SnapshotPair pair, MergedDateRange old, Map<String, MergedDateRange> was) {
        Optional<OffsetDateTime> from = pair.newer().startDate();
        Optional<OffsetDateTime> to = pair.newer().endDate();
        Optional<Instant> start = old.start();
        if (from.isPresent() && to.isPresent() && start.isPresent()) {
            Instant end = old.end().or(() -> following(old, was)).orElse(start.get());
            boolean instantaneous = !end.isAfter(start.get());
            boolean begins = start.get().isBefore(to.get().toInstant());
            boolean lasts = end.isAfter(from.get().toInstant())
                    || (instantaneous && !end.isBefore(from.get().toInstant()));
            if (begins && lasts) {
                pair.findings()
                        .reportWhole(
                                DiagnosticCode.DATE_RANGE_REMOVED_EARLY,
                                "the date range " + Diagnostic.echo(old.id())
                                        + " was removed while a segment lies within it");
            }
        }
        boolean ended = old.hasEnd();
        if (old.has(DateRange.PLANNED_DURATION) && !ended && following(old, was).isEmpty()) {
            pair.findings()
                    .reportWhole(
                            DiagnosticCode.PLANNED_RANGE_NOT_ENDED,
                            "the date range " + Diagnostic.echo(old.id())
                                    + " was removed with PLANNED-DURATION only: neither DURATION nor END-DATE came");
        }
    }

    /** The start of the range that ends one with END-ON-NEXT. */
    private static Optional<Instant> following(MergedDateRange range, Map<String, MergedDateRange> ranges) {
        Optional<String> name = range.get(DateRange.CLASS);
        Optional<Instant> start = range.start();
        if (!range.endsOnNext() || name.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        return ranges.values().stream()
                .filter(other -> !other.id().equals(range.id())
                        && other.get(DateRange.CLASS).equals(name))
                .flatMap(other -> other.start().stream())
                .filter(other -> other.isAfter(start.get()))
                .min(Instant::compareTo);
    }

    /** Between a range with END-ON-NEXT and the one that ends it no other may appear. */
    private static void checkFollowing(
            SnapshotPair pair, Map<String, MergedDateRange> was, Map<String, MergedDateRange> is) {
        if (!pair.newer().checked().has(HlsTag.DATERANGE)) {
            return;
        }
        Map<String, List<MergedDateRange>> fresh = new HashMap<>();
        for (MergedDateRange range : is.values()) {
            Optional<String> name = range.get(DateRange.CLASS);
            if (name.isPresent() && !was.containsKey(range.id())) {
                fresh.computeIfAbsent(name.get(), n -> new ArrayList<>()).add(range);
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        for (MergedDateRange old : was.values()) {
            Optional<Instant> end = following(old, was);
            Optional<Instant> start = old.start();
            List<MergedDateRange> candidates =
                    fresh.getOrDefault(old.get(DateRange.CLASS).orElse(""), List.of());
            for (MergedDateRange range : end.isPresent() ? candidates : List.<MergedDateRange>of()) {
                Optional<Instant> at = range.start();
                if (at.isPresent()
                        && at.get().isAfter(start.orElseThrow())
                        && at.get().isBefore(end.orElseThrow())) {
                    pair.findings()
                            .report(
                                    DiagnosticCode.RANGE_BEFORE_FOLLOWING_RANGE,
                                    range.first(),
                                    "the date range " + Diagnostic.echo(range.id()) + " stands between "
                                            + Diagnostic.echo(old.id()) + " and the range that ends it");
                }
            }
        }
    }
}
