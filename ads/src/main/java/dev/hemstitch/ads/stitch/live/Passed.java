package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Forgets breaks that no rendition lists any more; what they leave is a difference of numbers. */
final class Passed {
    private Passed() {}

    static LiveState fold(
            LiveState.Session session,
            List<LiveBreak> breaks,
            SortedMap<String, RenditionState> renditions,
            long passed,
            Snapshot snapshot) {
        List<LiveBreak> left = new ArrayList<>(breaks);
        long offset = session.discontinuityOffset();
        long leastWindow = session.targetDuration() * 3_000_000;
        while (!left.isEmpty()
                && isPassed(left.get(0), renditions, snapshot, leastWindow)
                && !isListed(left.get(0), renditions, snapshot.at(0) - leastWindow)) {
            LiveBreak gone = left.remove(0);
            if (gone.hasAds() || gone.isRestart()) {
                offset = gone.offsetBehind();
            }
            for (Map.Entry<String, Cut> cut : gone.cuts().entrySet()) {
                renditions.computeIfPresent(
                        cut.getKey(),
                        (name, state) ->
                                state.withOffset(state.offset() + cut.getValue().shift()));
            }
        }
        LiveState.Session folded = new LiveState.Session(
                session.zeroMicros(),
                session.clockMicros(),
                session.targetDuration(),
                session.version(),
                offset,
                session.lastDiscontinuity(),
                session.restarts(),
                session.isDependent(),
                session.hasDateRanges());
        return new LiveState(folded, left, renditions, passed + breaks.size() - left.size());
    }

    /**
     * Whether its end is in the window of a rendition that is being asked for, if only since all others are past it.
     *
     * @param stale whose edge is before that is not asked for any more: some lag behind by as much as a window
     */
    private static boolean isListed(LiveBreak each, Map<String, RenditionState> renditions, long stale) {
        return each.cuts().entrySet().stream().anyMatch(entry -> {
            Cut cut = entry.getValue();
            RenditionState state = renditions.get(entry.getKey());
            return state != null
                    && state.edgeMicros() > stale
                    && !cut.isOpen()
                    && state.firstIn() <= cut.start() + cut.removed();
        });
    }

    /**
     * Whether it has left the window of all renditions, or did so a window ago: those that are not asked for stay behind.
     *
     * @param leastWindow how long a window is at least once an origin has been running for so long
     */
    private static boolean isPassed(
            LiveBreak each, Map<String, RenditionState> renditions, Snapshot snapshot, long leastWindow) {
        if (each.hasAds() && !each.isOver()) {
            return false;
        }
        // As long as it is signalled it must be known, also where content has returned.
        long length = Math.max(each.resumeMicros(), each.lengthMicros());
        long since = snapshot.at(0) - each.startMicros() - length;
        if (since > Math.max(snapshot.offset(snapshot.count()), leastWindow) + snapshot.lastDuration()) {
            return true;
        }
        boolean all = since > 0;
        for (Map.Entry<String, RenditionState> rendition : renditions.entrySet()) {
            Cut cut = each.cut(rendition.getKey());
            boolean gone = (each.hasAds() || each.isRestart())
                    ? cut != null && !cut.isOpen() && rendition.getValue().firstIn() > cut.start() + cut.removed()
                    : since > snapshot.lastDuration();
            all &= gone;
        }
        return all;
    }
}
