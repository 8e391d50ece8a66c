package dev.hemstitch.ads.simulator;

/** Dates of segments: content keeps its own, ads have the time of day at which they are shown. */
final class DateCheck {
    private static final long UNKNOWN = Long.MIN_VALUE;
    /** Before this, from the channel's start, no date can be meant: an ad's own. */
    private static final long LONG_AGO = -365L * 24 * 3600 * Seconds.NANOS;

    private final ViewerTruth truth;
    private final AssetRuns.Report report;
    /** What follows from the dates so far for the segment that comes next. */
    private long next = UNKNOWN;

    DateCheck(ViewerTruth truth, AssetRuns.Report report) {
        this.truth = truth;
        this.report = report;
    }

    /**
     * A segment was published.
     *
     * @param slack by how much it may be later than what the dates before it say
     */
    void next(PublishedSegment segment, PublishedSegment before, long slack) {
        if (before == null) {
            next = UNKNOWN;
        }
        if (!truth.dated()) {
            if (!segment.date.isEmpty()) {
                report.add(Rule.DATE_PRESENT, "no dates: the origin has none", segment.date + " on " + segment);
            }
            return;
        }
        boolean restarted = before != null
                && segment.content != null
                && before.content != null
                && segment.content.epoch != before.content.epoch;
        if (segment.date.isEmpty()) {
            undated(segment, before);
        } else {
            long written = written(segment);
            if (written == UNKNOWN) {
                return;
            }
            if (next != UNKNOWN && !restarted) {
                follows(segment, written, slack);
            }
            next = written + segment.durationNanos;
        }
    }

    private void undated(PublishedSegment segment, PublishedSegment before) {
        if (segment.discontinuity()) {
            report.add(Rule.DATE_PRESENT, "a date where there is a discontinuity", "none on " + segment);
        }
        if (segment.content != null) {
            if (next != UNKNOWN && before != null) {
                near(segment, next, segment.content.startNanos, 5 * Tolerances.DATE_ROUNDING);
            }
            next = segment.content.endNanos();
        } else if (next != UNKNOWN) {
            next += segment.durationNanos;
        }
    }

    private void follows(PublishedSegment segment, long written, long slack) {
        boolean ad = segment.ad != null;
        long by = written - next;
        long left = ad && segment.ad.index() == 0 ? Tolerances.LEFT_BETWEEN_BREAKS : 0;
        if (by <= -Tolerances.DATE_BACKWARDS || (ad && by >= Tolerances.DATE_BACKWARDS + slack + left)) {
            report.add(
                    Rule.DATE,
                    (ad ? "within 1 s of " : "less than 1 s before ") + Clock.text(next)
                            + ", where the segment before ends",
                    segment.date + " on " + segment);
        }
    }

    /** A date stands where there was none before: the segment became the first one. */
    void added(PublishedSegment segment) {
        if (!truth.dated()) {
            report.add(Rule.DATE_PRESENT, "no dates: the origin has none", segment.date + " on " + segment);
        } else {
            written(segment);
        }
    }

    private long written(PublishedSegment segment) {
        long written = Clock.parse(segment.date);
        if (written == UNKNOWN) {
            report.add(Rule.TEXT, "a date", segment.date);
        } else if (segment.content != null) {
            near(segment, written, segment.content.startNanos, Tolerances.DATE_ROUNDING);
        } else if (written < LONG_AGO) {
            report.add(Rule.DATES_OF_AD, "the time of day at which the ad is shown", segment.date + " on " + segment);
            return UNKNOWN;
        }
        return written;
    }

    private void near(PublishedSegment segment, long seen, long expected, long tolerance) {
        if (Math.abs(seen - expected) > tolerance) {
            report.add(
                    Rule.DATE,
                    Clock.text(expected) + ", the content's own date",
                    Clock.text(seen) + (segment.date.isEmpty() ? ", derived," : "") + " on " + segment);
        }
    }
}
