package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.core.model.MediaPlaylist;
import java.util.List;

/** What came of one refresh. Immutable, but that its tracking asks the decisions it was made with. */
public final class LiveResult {
    private final MediaPlaylist playlist;
    private final LiveState state;
    private final boolean isStale;
    private final List<SignalledBreak> upcoming;
    private final List<LiveReason> reasons;
    private final LiveDecisions decisions;

    LiveResult(
            MediaPlaylist playlist,
            LiveState state,
            boolean isStale,
            List<SignalledBreak> upcoming,
            List<LiveReason> reasons,
            LiveDecisions decisions) {
        this.playlist = playlist;
        this.state = state;
        this.isStale = isStale;
        this.upcoming = List.copyOf(upcoming);
        this.reasons = List.copyOf(reasons);
        this.decisions = decisions;
    }

    static LiveResult stale(MediaPlaylist playlist, LiveState state, List<LiveReason> reasons) {
        return new LiveResult(playlist, state, true, List.of(), reasons, LiveDecisions.NONE);
    }

    /** {@return the stitched playlist, to be served} */
    public MediaPlaylist playlist() {
        return playlist;
    }

    /** {@return the state for the next refresh; the one that was given if nothing new came of the snapshot} */
    public LiveState state() {
        return state;
    }

    /**
     * {@return whether nothing new came of the snapshot, since it is older than the one that was stitched before, or empty, or
     * since an ad that plays cannot be had just now, as a reason says: then serve what was served last, and {@link #playlist}
     * only if that is not at hand, since segments at its end may be missing}
     */
    public boolean isStale() {
        return isStale;
    }

    /** {@return breaks whose first segment is not complete and that are not decided: time to ask the ad server; on the timeline of the snapshot} */
    public List<SignalledBreak> upcoming() {
        return upcoming;
    }

    /** {@return why something does not play, as far as it was decided at this refresh} */
    public List<LiveReason> reasons() {
        return reasons;
    }

    /**
     * What to call when, for the breaks that the state has: on the session's timeline, which starts with the first segment
     * that the viewer's first refresh had, and follows the content's dates where it has some. A break's times are the same at
     * each refresh; how much of its ads plays may change as long as it runs.
     *
     * @return the schedule, made when asked for
     */
    public TrackingSchedule tracking() {
        return LiveTracking.of(state, decisions);
    }
}
