package dev.hemstitch.ads.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a viewer was shown under each Discontinuity Sequence Number: the same in all renditions. */
final class AssetRuns {
    private static final class Run {
        final String what;
        final String firstSeenIn;
        final boolean content;
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;

        Run(String what, String firstSeenIn, boolean content) {
            this.what = what;
            this.firstSeenIn = firstSeenIn;
            this.content = content;
        }
    }

    /** Told what is wrong. */
    interface Report {
        void add(Rule rule, Object expected, Object seen);
    }

    private final ViewerTruth truth;
    private final TreeMap<Long, Run> runs = new TreeMap<>();
    private long drift;
    private long driftAllowed = Tolerances.DRIFT;
    private long lastSeam = -1;
    private int answer;
    private int adOfAnswer = -1;
    private final Map<String, Long> ends = new TreeMap<>();
    private boolean hasPostRoll;

    AssetRuns(ViewerTruth truth) {
        this.truth = truth;
    }

    /**
     * A segment was published.
     *
     * @param startNanos where it starts on the channel's time, or {@link Long#MIN_VALUE}
     */
    void see(String rendition, PublishedSegment segment, long startNanos, Report report) {
        boolean content = segment.content != null;
        Run run = runs.get(segment.discontinuitySequence);
        String what = content
                ? "content " + segment.content.period
                : "ad " + segment.ad.ad() + (segment.ad.part() == 0 ? "" : " part " + segment.ad.part());
        if (run == null) {
            boolean newest = runs.isEmpty() || runs.lastKey() < segment.discontinuitySequence;
            run = new Run(what, rendition, content);
            runs.put(segment.discontinuitySequence, run);
            if (!content && newest && segment.ad.part() == 0) {
                decided(segment.ad.ad(), report);
            }
        } else if (!run.what.equals(what)) {
            report.add(
                    Rule.SAME_NUMBERS,
                    "number " + segment.discontinuitySequence + " is " + run.what + " as in " + run.firstSeenIn,
                    what);
            return;
        }
        if (startNanos != Long.MIN_VALUE) {
            place(run, segment, content, startNanos, report);
        }
    }

    private void place(Run run, PublishedSegment segment, boolean content, long start, Report report) {
        long end = start + segment.durationNanos;
        if (start >= run.from && end <= run.to) {
            return;
        }
        run.from = Math.min(run.from, start);
        run.to = Math.max(run.to, end);
        long number = segment.discontinuitySequence;
        Map.Entry<Long, Run> lower = runs.lowerEntry(number);
        Map.Entry<Long, Run> higher = runs.higherEntry(number);
        // An ad's place is known less exactly than that of content: by a seam.
        long slack = content ? Tolerances.SKEW : Tolerances.SKEW + Tolerances.PACE;
        if (lower != null && lower.getValue().to != Long.MIN_VALUE) {
            long allowed = lower.getValue().content ? slack : Tolerances.SKEW + Tolerances.PACE;
            if (start < lower.getValue().to - allowed) {
                report.add(
                        Rule.SAME_NUMBERS,
                        "number " + number + " behind " + Seconds.text(lower.getValue().to, 3) + " s, where "
                                + lower.getKey() + " ends",
                        segment + " at " + Seconds.text(start, 3) + " s");
            }
        }
        if (higher != null && higher.getValue().from != Long.MAX_VALUE) {
            long allowed = higher.getValue().content ? slack : Tolerances.SKEW + Tolerances.PACE;
            if (end > higher.getValue().from + allowed) {
                report.add(
                        Rule.SAME_NUMBERS,
                        "number " + number + " before " + Seconds.text(higher.getValue().from, 3) + " s, where "
                                + higher.getKey() + " starts",
                        segment + " at " + Seconds.text(start, 3) + " s");
            }
        }
    }

    /** The video is back behind ads; its other variants come back at the same number. */
    void seam(long number, long gained, Report report) {
        if (number <= lastSeam) {
            return;
        }
        lastSeam = number;
        drift += gained;
        if (Math.abs(drift) > driftAllowed) {
            report.add(Rule.TIME_KEPT, "no drift beyond a segment", Seconds.text(drift, 3) + " s");
            drift = 0;
        }
    }

    /** What was between is not known. */
    void jumped() {
        drift = 0;
        driftAllowed = Tolerances.DRIFT_OF_STRETCH;
    }

    /** A rendition has ended: what plays behind the content of one of them plays behind that of all. */
    void ended(String rendition, long number, boolean isPostRoll, Report report) {
        hasPostRoll |= isPostRoll;
        ends.put(rendition, number);
        if (hasPostRoll && new HashSet<>(ends.values()).size() > 1) {
            report.add(Rule.SAME_NUMBERS, "the same last number in all renditions that have ended", ends);
        }
    }

    private void decided(String ad, Report report) {
        if (ad.equals("slate")) {
            if (truth.server.slate().isEmpty()) {
                report.add(Rule.DECISION, "no slate: there is none", ad);
            }
            return;
        }
        List<List<String>> answers = truth.server.firstAnswers(truth.viewer);
        for (int i = answer; i < answers.size(); i++) {
            List<String> ads = answers.get(i);
            for (int k = i == answer ? adOfAnswer + 1 : 0; k < ads.size(); k++) {
                if (ads.get(k).equals(ad)) {
                    answer = i;
                    adOfAnswer = k;
                    return;
                }
            }
        }
        report.add(
                Rule.DECISION, "an ad behind ad " + adOfAnswer + " of first answer " + answer + " in " + answers, ad);
    }
}
