package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.stitch.live.LiveBreak.Cut;
import java.util.List;

/**
 * Where a rendition is in the origin's restarts.
 *
 * @param behind the index behind the last restart that it has passed, among the breaks
 * @param index the index of the first segment behind that restart; it may lie outside of what is listed; -1 without a restart
 */
record RestartPlace(int behind, int index) {
    /**
     * Finds it; what is asked for the first time has passed all restarts.
     *
     * @param breaks takes that it has
     */
    static RestartPlace of(List<LiveBreak> breaks, String rendition, Snapshot snapshot, boolean isFirst) {
        RestartPlace place = new RestartPlace(0, -1);
        for (int i = 0; i < breaks.size(); i++) {
            LiveBreak each = breaks.get(i);
            if (each.isRestart() && isFirst) {
                breaks.set(i, each.withCut(rendition, new Cut(snapshot.firstNumber() - 1, 0, 0, 0, 0)));
            }
            Cut cut = breaks.get(i).cut(rendition);
            if (each.isRestart() && cut != null) {
                place = new RestartPlace(i + 1, snapshot.indexOf(cut.start()));
            }
        }
        return place;
    }
}
