package dev.hemstitch.ads.simulator;

/** Which segment follows which in a rendition, and where that is on the channel's time. */
final class SequenceCheck {
    private final ViewerTruth truth;
    private final AssetRuns runs;
    private final String rendition;
    private final AssetRuns.Report report;
    private final long longest;
    private OriginSegment lastContent;
    /** Whether content since then was never seen: the window jumped. */
    private boolean lostTrack;

    private final boolean followsVideo;
    /** By how much content may be back later than at the next boundary. */
    final long skew;
    /** Where the output ends on the channel's time, if known. */
    long edge;

    boolean anchored;

    /** Where content came back last, and how much of the time before it has nothing. */
    long seamAt = Long.MIN_VALUE / 2;

    long seamGap;

    /**
     * By how much the output may be farther than {@link #edge}: where ads of one break were over before the next break, and
     * no content fits between, the next ones may follow at once or when their break starts.
     */
    long slack;

    SequenceCheck(ViewerTruth truth, AssetRuns runs, String rendition, AssetRuns.Report report) {
        this.truth = truth;
        this.runs = runs;
        this.rendition = rendition;
        this.report = report;
        this.followsVideo = truth.origin.series(rendition).timeline.rendition.followsVideo();
        this.skew = followsVideo ? Tolerances.SKEW : Tolerances.SKEW_OF_OTHERS;
        this.longest = truth.origin.longestNanos();
    }

    /** Before the first segments are seen, or after a jump: their place is that of the first content among them. */
    void anchor(Iterable<PublishedSegment> segments) {
        long before = 0;
        anchored = false;
        for (PublishedSegment segment : segments) {
            if (segment.content != null) {
                edge = segment.content.startNanos - before;
                anchored = true;
                lostBefore(segment.content);
                return;
            }
            before += segment.durationNanos;
        }
    }

    /**
     * A segment was published.
     *
     * @param before the one before it; null for the first one of all and after a jump
     * @param jumped whether segments between it and the last one known were never seen
     * @param joins whether it is in the first playlist that the viewer got at all
     */
    void next(PublishedSegment segment, PublishedSegment before, boolean jumped, boolean joins) {
        lostTrack |= jumped;
        if (jumped && followsVideo) {
            runs.jumped();
        }
        tag(segment, before);
        if (before != null && before.ad != null) {
            adLeft(segment, before);
        }
        if (segment.content != null) {
            content(segment, before);
        } else {
            ad(segment, before, joins);
        }
        long start = anchored ? edge - segment.durationNanos : Long.MIN_VALUE;
        boolean sameRun = before != null && continues(segment, before) && !segment.discontinuity();
        if (!sameRun) {
            runs.see(rendition, segment, start, report);
        }
    }

    private static boolean continues(PublishedSegment segment, PublishedSegment before) {
        return segment.ad != null
                && before.ad != null
                && segment.ad.ad().equals(before.ad.ad())
                && segment.ad.index() == before.ad.index() + 1;
    }

    private void tag(PublishedSegment segment, PublishedSegment before) {
        boolean tagged = segment.discontinuity();
        if (before == null) {
            if (!tagged && segment.content != null && segment.content.discontinuity) {
                report.add(Rule.DISCONTINUITY_TAG, "the origin's tag", "none on " + segment);
            }
            return;
        }
        boolean expected = true;
        if (segment.content != null && before.content != null) {
            boolean next = segment.content.position == before.content.position + 1;
            expected = next ? segment.content.discontinuity : segment.content.period != before.content.period;
            expected |= segment.content.epoch != before.content.epoch;
        } else if (continues(segment, before)) {
            expected = segment.ad.discontinuity();
        }
        if (expected != tagged) {
            report.add(
                    Rule.DISCONTINUITY_TAG,
                    (expected ? "a tag" : "no tag") + " between " + before.uri + " and " + segment.uri,
                    tagged ? "a tag" : "none");
        }
    }

    private void content(PublishedSegment segment, PublishedSegment before) {
        OriginSegment now = segment.content;
        OriginSegment last = lastContent;
        lastContent = now;
        boolean behindAd = before != null && before.ad != null;
        if (behindAd && (last == null || lostTrack || !anchored)) {
            lostBefore(now);
        }
        if (last != null && now.position <= last.position) {
            report.add(Rule.TIME_KEPT, "content behind " + last, now + " again");
        } else if (last != null && !lostTrack && now.epoch == last.epoch) {
            for (int i = last.position + 1; i < now.position; i++) {
                OriginSegment missing = truth.origin.segments(rendition).get(i);
                if (!behindAd || !truth.replaceable(missing)) {
                    report.add(
                            Rule.TIME_KEPT,
                            missing + " at " + Seconds.text(missing.startNanos, 3) + " s, which is not in a break",
                            now + (behindAd ? " behind ads" : " right behind " + last));
                    break;
                }
            }
            if (behindAd && anchored) {
                seam(now, segment.discontinuitySequence);
            }
        }
        lostTrack = false;
        slack = 0;
        edge = now.endNanos();
        anchored = true;
    }

    /** Nobody knows how much time was lost before this content. */
    private void lostBefore(OriginSegment content) {
        seamAt = content.startNanos;
        seamGap = longest + Tolerances.SKEW;
    }

    /** Whether content may go on behind ads with a segment, or with parts of it: less than a second before their end, or behind it. */
    boolean mayFollowAds(OriginSegment content) {
        long gained = content.startNanos - edge;
        return gained > -Tolerances.DATE_BACKWARDS && gained <= longest + skew + slack;
    }

    /** Content is back behind ads. */
    private void seam(OriginSegment now, long number) {
        long gained = now.startNanos - edge;
        seamGap = Math.max(now.startNanos == seamAt ? seamGap : 0, gained);
        seamAt = now.startNanos;
        if (!mayFollowAds(now)) {
            report.add(
                    Rule.TIME_KEPT,
                    "content from " + Seconds.text(edge, 3)
                            + " s on, where ads end: less than 1 s before, not more than a" + " segment behind",
                    now + " at " + Seconds.text(now.startNanos, 3) + " s");
        }
        if (followsVideo && (slack > 0 || truth.unplanned(edge))) {
            runs.jumped(); // Whether that is carried is the service's choice.
        } else if (followsVideo) {
            runs.seam(number, gained, report);
        }
    }

    private void adLeft(PublishedSegment segment, PublishedSegment before) {
        if (continues(segment, before)) {
            return;
        }
        AdSegment ad = before.ad;
        boolean whole = ad.index() == ad.count() - 1;
        boolean restarted =
                segment.content != null && lastContent != null && segment.content.epoch != lastContent.epoch;
        if (!whole && !ad.ad().equals("slate") && !restarted && anchored && !truth.cut(edge, skew)) {
            report.add(
                    Rule.CUT_AD,
                    "the rest of " + ad.ad() + " behind segment " + ad.index() + " of " + ad.count(),
                    segment + " at " + Seconds.text(edge, 3) + " s");
        }
    }

    /** The output has ended. */
    void ended(PublishedSegment last) {
        boolean isPostRoll = last.ad != null && anchored && truth.inPostRoll(edge - last.durationNanos);
        if (isPostRoll && last.ad.index() != last.ad.count() - 1) {
            report.add(Rule.CUT_AD, "the rest of " + last.ad.ad() + ": nothing follows", last);
        }
        runs.ended(rendition, last.discontinuitySequence, isPostRoll, report);
    }

    private void ad(PublishedSegment segment, PublishedSegment before, boolean joins) {
        boolean follows = before != null && continues(segment, before);
        if (!follows && segment.ad.index() != 0 && (before != null || joins)) {
            report.add(Rule.WHOLE_AD_START, "segment 0 of " + segment.ad.ad(), segment);
        }
        // Where other ads were over just before, all renditions must show some content between: one may need a whole
        // segment.
        long late = edge - seamAt <= longest ? Tolerances.PACE : 0;
        if (before != null && before.content != null && anchored && !truth.adsMayStart(edge, late)) {
            report.add(
                    Rule.BREAK_START, "content: no break starts here", segment + " at " + Seconds.text(edge, 3) + " s");
        }
        if (anchored) {
            if (!follows && before != null && before.ad != null) {
                slack = Math.max(slack, truth.untilNextBreak(edge));
            }
            edge += segment.durationNanos;
        }
    }
}
