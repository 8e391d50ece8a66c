package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.core.model.MediaPlaylist;

/**
 * Replaces the breaks of live playlists by a viewer's own ads, refresh by refresh.
 *
 * <p>It is a function of what it is given, and remembers nothing: the same state, snapshot and decisions give the same result
 * on any machine. What it keeps true: a segment once published never changes; numbers of segments rise by what was removed, in
 * each rendition for itself; numbers of discontinuities are the same in all renditions; the target duration stays; the output
 * neither runs ahead of the origin nor stalls; content keeps its dates, and ads get those of what they replace. Whatever goes
 * wrong with an ad leaves it out, with a reason, and the content plays on.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class LiveStitcher {
    private final LiveOptions options;

    /**
     * A stitcher.
     *
     * @param options how to stitch
     */
    public LiveStitcher(LiveOptions options) {
        this.options = options;
    }

    /**
     * One refresh of one rendition of one viewer.
     *
     * @param state what the refresh before gave, of whichever rendition; {@link LiveState#NEW} for a new viewer
     * @param rendition the rendition
     * @param snapshot the newest snapshot of it at hand, the same object for all viewers
     * @param decisions what was decided for this viewer
     * @return what to serve and what to store
     */
    public LiveResult stitch(LiveState state, LiveRendition rendition, LiveSnapshot snapshot, LiveDecisions decisions) {
        return new LiveRefresh(options, state, rendition, snapshot, decisions).run();
    }

    /**
     * One refresh of one rendition where there is but one viewer: what could be shared is read for this one only.
     *
     * @param state what the refresh before gave, of whichever rendition; {@link LiveState#NEW} for a new viewer
     * @param rendition the rendition
     * @param snapshot the newest snapshot of it at hand; its variables replaced, delta updates merged
     * @param decisions what was decided for this viewer
     * @return what to serve and what to store
     * @throws IllegalArgumentException if the snapshot has EXT-X-SKIP: {@link dev.hemstitch.core.diff.DeltaUpdate} merges it
     */
    public LiveResult stitch(
            LiveState state, LiveRendition rendition, MediaPlaylist snapshot, LiveDecisions decisions) {
        return stitch(state, rendition, LiveSnapshot.of(snapshot), decisions);
    }
}
