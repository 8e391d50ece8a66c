package dev.hemstitch.ads.simulator;

/** Whether the output keeps pace with the origin, and its window stays long enough. */
final class PaceCheck {
    private final AssetRuns.Report report;
    private final long targetNanos;
    private final long windowSlack;
    private OriginSnapshot newest;
    private long endAtGrowth;
    private boolean removed;

    PaceCheck(AssetRuns.Report report, ChannelOptions options) {
        this.report = report;
        this.targetNanos = options.targetNanos();
        this.windowSlack = options.hasDateRanges() ? Tolerances.WINDOW_WITH_DATE_RANGES : Tolerances.WINDOW;
    }

    /** Whether a snapshot is older than one that was given before. */
    boolean isStale(OriginSnapshot given) {
        return newest != null && given.number() < newest.number();
    }

    /**
     * A refresh.
     *
     * @param grew whether the output has a new segment or part
     * @param left whether segments left it
     */
    void check(OriginSnapshot given, Served served, SequenceCheck sequence, boolean grew, boolean left, long window) {
        if (isStale(given)) {
            if (grew) {
                endAtGrowth = newest.partsEndNanos;
            }
            return;
        }
        boolean restarted = newest != null && given.endNanos < newest.endNanos;
        if (grew || newest == null || restarted) {
            endAtGrowth = given.partsEndNanos;
        }
        newest = given;
        removed |= left;
        boolean over = served.endLists > 0;
        long waited = given.endNanos - endAtGrowth;
        if (!over && waited * 10 > targetNanos * Tolerances.STALL_TENTHS) {
            report.add(
                    Rule.PACE,
                    "a new segment or part within 1.5 target durations of the origin's progress",
                    "none for " + Seconds.text(waited, 3) + " s");
            endAtGrowth = given.partsEndNanos;
        }
        if (given.ended && !over) {
            report.add(Rule.END_LIST, "EXT-X-ENDLIST, as the origin has it", "none");
        } else if (over && !given.ended) {
            report.add(Rule.END_LIST, "no EXT-X-ENDLIST: the origin has none", "one");
        }
        if (sequence.anchored && !over) {
            distance(given, sequence.edge, Tolerances.PACE + sequence.skew + sequence.slack);
        }
        // Nothing can be listed for the time that a return to content left empty.
        long empty = sequence.seamAt >= given.startNanos ? sequence.seamGap : 0;
        empty += sequence.anchored ? Math.max(0, given.endNanos - sequence.edge) : Tolerances.PACE + sequence.skew;
        long wanted = Math.min(3 * targetNanos, given.endNanos - given.startNanos - windowSlack - empty);
        if (removed && !over && window < wanted) {
            report.add(
                    Rule.WINDOW,
                    "at least " + Seconds.text(wanted, 3) + " s, the origin's window being "
                            + Seconds.text(given.endNanos - given.startNanos, 3) + " s",
                    Seconds.text(window, 3) + " s");
        }
    }

    /**
     * Behind by one segment, and by what lies between the boundaries of two renditions: content is back at one moment for all
     * of them, decided by the one that came first.
     */
    private void distance(OriginSnapshot given, long edge, long behind) {
        long ahead = edge - given.endNanos;
        if (ahead > Tolerances.PACE) {
            report.add(
                    Rule.PACE,
                    "at most " + Seconds.text(Tolerances.PACE, 3) + " s ahead of the origin at "
                            + Seconds.text(given.endNanos, 3) + " s",
                    Seconds.text(ahead, 3) + " s ahead");
        } else if (-ahead > behind) {
            report.add(
                    Rule.PACE,
                    "at most " + Seconds.text(behind, 3) + " s behind the origin at " + Seconds.text(given.endNanos, 3)
                            + " s",
                    Seconds.text(-ahead, 3) + " s behind");
        }
    }
}
