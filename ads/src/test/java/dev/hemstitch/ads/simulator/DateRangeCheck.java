package dev.hemstitch.ads.simulator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Date ranges: they stay what they are, and as long as they are needed. */
final class DateRangeCheck {
    private static final Set<String> SUPPLEMENTED =
            Set.of("DURATION", "END-DATE", "PLANNED-DURATION", "SCTE35-IN", "SCTE35-OUT", "SCTE35-CMD");

    private final Map<String, Map<String, String>> known;
    private final AssetRuns.Report report;
    private Set<String> ids = Set.of();

    /** @param known what the viewer knows of each ID, from all renditions */
    DateRangeCheck(Map<String, Map<String, String>> known, AssetRuns.Report report) {
        this.known = known;
        this.report = report;
    }

    void check(Served now, OriginSnapshot given, boolean stale, boolean jumped, SequenceCheck sequence) {
        // Whoever missed playlists may have missed the tag that ended a range.
        if (jumped) {
            ids = new HashSet<>();
        }
        Set<String> before = ids;
        boolean any = false;
        for (PublishedSegment segment : now.segments) {
            any |= !segment.dateRanges.isEmpty();
        }
        any |= !now.openDateRanges.isEmpty();
        if (!any && before.isEmpty() && given.dateRanges.isEmpty()) {
            return;
        }
        ids = new HashSet<>();
        for (PublishedSegment segment : now.segments) {
            see(segment.dateRanges);
        }
        see(now.openDateRanges);
        long windowStart = windowStart(now);
        if (windowStart == Long.MIN_VALUE) {
            if (!ids.isEmpty()) {
                report.add(Rule.DATE_RANGE_NEEDS_DATE, "a date in the playlist", "date ranges " + ids + " only");
            }
            return;
        }
        for (String id : before) {
            if (!ids.contains(id) && end(known.get(id)) > windowStart + Tolerances.DATE_ROUNDING) {
                report.add(
                        Rule.DATE_RANGE_KEPT,
                        id + " as long as a segment falls into it; the first one is at " + Clock.text(windowStart),
                        "none");
            }
        }
        if (!stale && sequence.anchored) {
            for (RenditionTimeline.RangeTag tag : given.dateRanges) {
                boolean shown = tag.untilNanos() > windowStart + Tolerances.DATE_ROUNDING
                        && given.start(tag.position()) < sequence.edge - Tolerances.PACE;
                if (shown && !ids.contains(tag.id())) {
                    report.add(Rule.DATE_RANGE_SET, tag.id() + " of the origin", "date ranges " + ids);
                }
            }
        }
    }

    private void see(List<DateRangeLine> lines) {
        for (DateRangeLine line : lines) {
            ids.add(line.id());
            Map<String, String> before = known.get(line.id());
            if (before == null) {
                known.put(line.id(), new HashMap<>(line.attributes()));
                continue;
            }
            line.attributes().forEach((name, value) -> {
                String was = before.putIfAbsent(name, value);
                boolean changed = was == null ? !SUPPLEMENTED.contains(name) : !was.equals(value);
                if (changed) {
                    report.add(Rule.DATE_RANGE_STABLE, line.id() + " " + name + "=" + was, name + "=" + value);
                    before.put(name, value);
                }
            });
        }
    }

    private static long end(Map<String, String> attributes) {
        if (attributes.containsKey("END-DATE")) {
            return Clock.parse(attributes.get("END-DATE"));
        }
        String length = attributes.getOrDefault("DURATION", attributes.getOrDefault("PLANNED-DURATION", ""));
        String start = attributes.getOrDefault("START-DATE", "");
        if (start.isEmpty()) {
            return Long.MIN_VALUE; // A player that never saw its start knows nothing of it.
        }
        return length.isEmpty() ? Long.MAX_VALUE : Clock.parse(start) + Seconds.parse(length);
    }

    private static long windowStart(Served now) {
        long before = 0;
        for (PublishedSegment segment : now.segments) {
            if (!segment.date.isEmpty()) {
                return Clock.parse(segment.date) - before;
            }
            before += segment.durationNanos;
        }
        return Long.MIN_VALUE;
    }
}
