package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ads behind the end of a channel: a break of nothing, over as soon as it is decided for, which all renditions begin where their own
 * content ends.
 */
final class PostRoll {
    private final Snapshot snapshot;
    private final LiveState.Session session;
    private final LiveDecisions decisions;
    private final BreakPlan plan;

    PostRoll(
            LiveOptions options,
            Snapshot snapshot,
            LiveState.Session session,
            LiveDecisions decisions,
            List<LiveReason> reasons) {
        this.snapshot = snapshot;
        this.session = session;
        this.decisions = decisions;
        this.plan = new BreakPlan(options, session.targetDuration(), Drift.NONE, reasons);
    }

    static boolean is(LiveBreak each) {
        return each.id().equals(LiveBreak.POST_ROLL);
    }

    /** Where it is among breaks; -1 if nothing is decided yet. */
    static int indexIn(List<LiveBreak> breaks) {
        int index = breaks.size() - 1;
        while (index >= 0 && !is(breaks.get(index))) {
            index--;
        }
        return index;
    }

    /**
     * Decides.
     *
     * @param rendition whose content has ended
     * @param isInBreak whether the content ends in a break: then there is none
     * @param discontinuityOffset what is added to the content's discontinuity numbers at its end
     */
    LiveBreak decide(String rendition, boolean isInBreak, long discontinuityOffset) {
        List<LiveAd> ads = isInBreak ? List.of() : decisions.postRoll();
        // Nothing is replaced, so all have room that can be played.
        long length = ads.stream()
                .filter(ad -> ad.problem().isEmpty() && ad.targetDuration() <= session.targetDuration())
                .mapToLong(ad -> ad.durationNanos() / 1_000)
                .sum();
        LiveBreak empty = LiveBreak.untouched(LiveBreak.POST_ROLL, snapshot.edge(), length)
                .measured(true)
                .numbered(following(snapshot, discontinuityOffset));
        if (ads.isEmpty()) {
            return empty;
        }
        LiveBreak decided = plan.decide(empty, 0, ads, Optional.empty());
        int units = AdLine.of(decided, rendition, decisions, 0).units().size();
        return decided.hasAds() ? decided.overBefore(snapshot.discontinuity(snapshot.count() - 1), units, 0) : empty;
    }

    /**
     * What a rendition makes of it: all at once behind its last segment, since nothing follows whose pace it could keep.
     *
     * @return null if it shows it already, or cannot: an ad is lost, or its content has passed other discontinuities than that of others
     */
    static @Nullable Cut cut(
            LiveBreak each, String rendition, Snapshot snapshot, long discontinuityOffset, LiveDecisions decisions) {
        if (!each.hasAds() || each.cut(rendition) != null) {
            return null;
        }
        AdLine line = AdLine.of(each, rendition, decisions, 0);
        return line.isComplete() && each.firstDiscontinuity() == following(snapshot, discontinuityOffset)
                ? new Cut(
                        snapshot.lastNumber() + 1,
                        0,
                        line.hasOwnMedia() ? line.count() : Cut.CONTENT,
                        snapshot.edge() - each.startMicros(),
                        0)
                : null;
    }

    private static long following(Snapshot snapshot, long discontinuityOffset) {
        return snapshot.discontinuity(snapshot.count() - 1) + discontinuityOffset + 1;
    }
}
