package dev.hemstitch.ads.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Parts, hints and reports. */
final class EdgeCheck {
    /** As long as the latest segments are late, over the length of the shortest ones. */
    private static final int LATE_SEGMENTS = 5;

    private static final int REPORT_SLACK = 3;

    private final ViewerTruth truth;
    private final AssetRuns.Report report;
    private OriginSegment open;

    EdgeCheck(ViewerTruth truth, AssetRuns.Report report) {
        this.truth = truth;
        this.report = report;
    }

    /** New segments came; the first of them must be the one whose parts were there before. */
    void appended(PublishedSegment first, boolean jumped) {
        if (open != null && !jumped && first.content != open) {
            boolean restarted = first.content != null && first.content.epoch != open.epoch;
            if (!restarted) {
                report.add(Rule.LOW_LATENCY, open + ", whose parts were published", first);
            }
        }
        open = null;
    }

    void parts(PublishedSegment segment) {
        for (String part : segment.parts) {
            OriginSegment parent = truth.origin.partOf(part).orElse(null);
            if (parent == null || parent != segment.content) {
                report.add(Rule.LOW_LATENCY, "parts of " + segment, part);
                return;
            }
        }
    }

    void check(Served now, SequenceCheck sequence) {
        if (now.segments.isEmpty()) {
            return;
        }
        for (String part : now.openParts) {
            Optional<OriginSegment> parent = next(now, part, sequence);
            if (parent.isEmpty()) {
                return;
            }
            open = parent.get();
        }
        for (String hint : now.hints) {
            next(now, hint, sequence);
        }
        if (now.endLists > 0 && !now.hints.isEmpty()) {
            report.add(Rule.LOW_LATENCY, "no hint behind the end", now.hints);
        }
    }

    /** A part or hint must belong to the segment that comes next. */
    private Optional<OriginSegment> next(Served now, String uri, SequenceCheck sequence) {
        Optional<OriginSegment> parent = truth.origin.partOf(uri);
        if (parent.isEmpty()) {
            report.add(Rule.LOW_LATENCY, "a part of content", uri);
            return parent;
        }
        PublishedSegment last = now.last();
        OriginSegment is = parent.get();
        boolean fits;
        if (last.content != null) {
            fits = is.position == last.content.position + 1 && is.epoch == last.content.epoch;
        } else {
            fits = !sequence.anchored || sequence.mayFollowAds(is);
        }
        if (!fits) {
            report.add(Rule.LOW_LATENCY, "a part of what follows " + last, uri);
            return Optional.empty();
        }
        return parent;
    }

    /** How many segments an origin whose segments are late can publish at once. */
    private long caughtUp() {
        return truth.origin.options().is.latePerMille > 0 ? LATE_SEGMENTS : 0;
    }

    /**
     * Compares reports with what the viewer got of the renditions that they name.
     *
     * @param lastNumber the last Media Sequence Number that the viewer got of a rendition, or -1
     * @param sinceNanos how long ago, at most, that was
     */
    void reports(
            List<Map<String, String>> reports, Function<String, Long> lastNumber, Function<String, Long> sinceNanos) {
        for (Map<String, String> each : reports) {
            String[] path = each.getOrDefault("URI", "").split("/", -1);
            String name = path.length < 2 ? "" : path[path.length - 2];
            String number = each.getOrDefault("LAST-MSN", "");
            long last = lastNumber.apply(name);
            if (last < 0 || number.isEmpty()) {
                continue;
            }
            long most = last + REPORT_SLACK + caughtUp() + sinceNanos.apply(name) / Seconds.NANOS;
            long said = Long.parseLong(number);
            if (said < last || said > most) {
                report.add(Rule.LOW_LATENCY, "a report of " + name + " between " + last + " and " + most, number);
            }
        }
    }
}
