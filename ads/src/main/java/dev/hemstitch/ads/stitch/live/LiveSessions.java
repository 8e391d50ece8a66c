package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.core.uri.DeliveryDirectives;
import java.io.IOException;
import java.util.Optional;

/**
 * Refreshes viewers whose states are in a shared store: reads the state, stitches, and stores the new one unless another
 * request for the same viewer was faster; then it stitches again from that one's state. So two renditions that are asked for at
 * once get the same decision. Immutable and safe for use by several threads.
 */
public final class LiveSessions {
    /** How often a refresh is tried before the last result is served without being stored. */
    public static final int MOST_TRIES = 16;

    private final LiveStitcher stitcher;
    private final LiveStateStore store;

    /**
     * Sessions in a store.
     *
     * @param stitcher what stitches
     * @param store where states are kept
     */
    public LiveSessions(LiveStitcher stitcher, LiveStateStore store) {
        this.stitcher = stitcher;
        this.store = store;
    }

    /**
     * Refreshes one rendition of a viewer.
     *
     * @param session what the embedder calls the viewer's session
     * @param rendition the rendition
     * @param snapshot the newest snapshot of it, the same object for all viewers
     * @param decisions what was decided for this viewer; may be asked again where another request was faster
     * @return what to serve
     * @throws IOException if the store cannot be asked
     */
    public LiveResult refresh(String session, LiveRendition rendition, LiveSnapshot snapshot, LiveDecisions decisions)
            throws IOException {
        for (int tries = 1; ; tries++) {
            Optional<LiveStateStore.Stored> stored = store.load(session);
            LiveState state = stored.map(LiveStateStore.Stored::state).orElse(LiveState.NEW);
            LiveResult result = stitcher.stitch(state, rendition, snapshot, decisions);
            boolean kept = result.state().equals(state) || store.compareAndSet(session, stored, result.state());
            if (kept || tries == MOST_TRIES) {
                return result;
            }
        }
    }

    /**
     * What to ask the origin for when a player asks with directives, before the refresh.
     *
     * @param session what the embedder calls the viewer's session
     * @param rendition the name of the rendition
     * @param asked the player's directives, in numbers of the output
     * @return those for the origin, as {@link LiveState#originDirectives} gives them
     * @throws IOException if the store cannot be asked
     */
    public DeliveryDirectives originDirectives(String session, String rendition, DeliveryDirectives asked)
            throws IOException {
        return store.load(session)
                .map(LiveStateStore.Stored::state)
                .orElse(LiveState.NEW)
                .originDirectives(rendition, asked);
    }
}
